//! What rustc says of a program, and what it does on tokio.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// What a program means.
#[derive(Serialize, PartialEq, Debug)]
pub struct Answer {
    /// If there are any, rustc rejects the program.
    pub errors: Vec<Message>,
    pub warnings: Vec<Message>,
    /// What the program does, if rustc accepts it.
    pub run: Option<Run>,
}

/// A code (of a warning: its lint) and the line of its first primary span.
#[derive(Serialize, PartialEq, Debug)]
pub struct Message {
    pub code: String,
    pub line: usize,
    pub message: String,
}

#[derive(Serialize, PartialEq, Debug)]
pub struct Run {
    pub log: Vec<String>,
    pub end: End,
}

#[derive(Serialize, PartialEq, Debug)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// After so many milliseconds on tokio's paused clock.
    Completed(u64),
    Panicked,
    /// It was given five seconds.
    Never,
}

/// A folder to compile in, and tokio to compile against.
pub struct Oracle {
    folder: PathBuf,
    dependencies: PathBuf,
    tokio: PathBuf,
}

/// What the program is compiled with: it is told apart from its own crate's root only by its `main` being called here.
const HARNESS: &str = r#"
mod program {
    include!("program.rs");
    pub async fn start() {
        crate::End::tell(main().await);
    }
}

fn main() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().start_paused(true).build_local(Default::default()).unwrap();
    runtime.block_on(async {
        let start = tokio::time::Instant::now();
        program::start().await;
        eprintln!("\u{1}{}", start.elapsed().as_millis());
    })
}
"#;

/// The same for a plain `main`, which makes its runtime itself: it should not wait for time to pass.
const PLAIN_HARNESS: &str = r#"
mod program {
    include!("program.rs");
    pub fn start() {
        crate::End::tell(main());
    }
}

fn main() {
    program::start();
    eprintln!("\u{1}0");
}
"#;

/// What stands in both: how Rust tells of a `main` that returns an error, in the log instead of on standard error.
const END: &str = r#"
trait End {
    fn tell(self);
}

impl End for () {
    fn tell(self) {}
}

impl<T: End, E: std::fmt::Debug> End for Result<T, E> {
    fn tell(self) {
        match self {
            Ok(value) => value.tell(),
            Err(error) => println!("Error: {error:?}"),
        }
    }
}
"#;

impl Oracle {
    pub fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/asked");
        fs::create_dir_all(&folder).expect("a writable folder");
        let dependencies = std::env::current_exe()
            .expect("a path")
            .with_file_name("deps");
        let libraries = fs::read_dir(&dependencies).expect("what this was built with");
        let tokio = libraries
            .map(|entry| entry.expect("a file").path())
            .filter(|path| {
                let name = path.file_name().expect("a name").to_string_lossy();
                name.starts_with("libtokio-") && name.ends_with(".rlib")
            })
            .max_by_key(|path| {
                path.metadata()
                    .and_then(|data| data.modified())
                    .expect("a time")
            })
            .expect("tokio's library");
        Oracle {
            folder,
            dependencies,
            tokio,
        }
    }

    /// None if it does not always do the same, or has no `main`.
    pub fn ask(&self, source: &str) -> Option<Answer> {
        // The attribute makes the runtime that the harness makes here.
        let lines = source.lines().map(|line| {
            if line.starts_with("#[tokio::main") {
                ""
            } else {
                line
            }
        });
        let program = lines.collect::<Vec<_>>().join("\n") + "\n";
        let harness = match program.contains("async fn main(") {
            true => HARNESS,
            false => PLAIN_HARNESS,
        };
        fs::write(self.folder.join("program.rs"), program).expect("a writable folder");
        fs::write(self.folder.join("harness.rs"), format!("{harness}{END}"))
            .expect("a writable folder");
        let (errors, warnings) = self.compile(&["--emit=metadata"])?;
        if !errors.is_empty() {
            return Some(Answer {
                errors,
                warnings,
                run: None,
            });
        }
        self.compile(&["--emit=link"])?;
        let (once, again) = (self.run(), self.run());
        (once == again).then_some(Answer {
            errors,
            warnings,
            run: Some(once),
        })
    }

    /// Errors and warnings; None if rustc finds fault with the harness alone, as without a `main`.
    fn compile(&self, how: &[&str]) -> Option<(Vec<Message>, Vec<Message>)> {
        let output = Command::new("rustc")
            .current_dir(&self.folder)
            .args([
                "--edition=2024",
                "--error-format=json",
                "--crate-type=bin",
                "-Cdebuginfo=0",
                "harness.rs",
            ])
            .args(how)
            .arg("--extern")
            .arg(format!("tokio={}", self.tokio.display()))
            .arg("-L")
            .arg(format!("dependency={}", self.dependencies.display()))
            .output()
            .expect("rustc");
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        for line in String::from_utf8_lossy(&output.stderr).lines() {
            let Ok(said) = serde_json::from_str::<Said>(line) else {
                continue;
            };
            let Some(line) = said.line() else { continue };
            let code = said.code.map(|code| code.code).unwrap_or_default();
            let message = Message {
                code,
                line,
                message: said.message,
            };
            match said.level.as_str() {
                "error" => errors.push(message),
                "warning" => warnings.push(message),
                _ => {}
            }
        }
        (output.status.success() || !errors.is_empty()).then_some((errors, warnings))
    }

    fn run(&self) -> Run {
        let mut program = Command::new(self.folder.join("harness"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        // A program that never ends may print for ever: what is too much is read, or it would panic, and thrown away.
        fn read(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
            std::thread::spawn(move || {
                let mut text = Vec::new();
                let _ = pipe.by_ref().take(1 << 20).read_to_end(&mut text);
                let _ = io::copy(&mut pipe, &mut io::sink());
                String::from_utf8_lossy(&text).into_owned()
            })
        }
        let stdout = read(program.stdout.take().expect("a pipe"));
        let stderr = read(program.stderr.take().expect("a pipe"));
        let start = Instant::now();
        let status = loop {
            match program.try_wait().expect("the program") {
                Some(status) => break Some(status),
                None if start.elapsed() > Duration::from_secs(5) => {
                    let _ = program.kill();
                    let _ = program.wait();
                    break None;
                }
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        let (log, told) = (stdout.join().expect("text"), stderr.join().expect("text"));
        let total = told
            .lines()
            .find_map(|line| line.strip_prefix('\u{1}')?.parse().ok());
        let end = match (status, total) {
            (None, _) => End::Never,
            (Some(_), Some(total)) => End::Completed(total),
            (Some(_), None) => End::Panicked,
        };
        let log = match end {
            End::Never => Vec::new(),
            _ => log.lines().map(String::from).collect(),
        };
        Run { log, end }
    }
}

#[derive(Deserialize)]
struct Said {
    message: String,
    code: Option<Code>,
    level: String,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

impl Said {
    /// In the program: where the macro was called, if a macro of others made it.
    fn line(&self) -> Option<usize> {
        self.spans
            .iter()
            .find(|span| span.is_primary)
            .and_then(Span::line)
    }
}

impl Span {
    fn line(&self) -> Option<usize> {
        match &self.expansion {
            _ if self.file_name.ends_with("program.rs") => Some(self.line_start),
            Some(expansion) => expansion.span.line(),
            None => None,
        }
    }
}
