use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum AppError {
    Parse(ParseIntError),
    Negative(i64),
    Other(String),
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::Parse(e) => write!(f, "cannot parse: {e}"),
            AppError::Negative(n) => write!(f, "{n} is negative"),
            AppError::Other(text) => f.write_str(text),
        }
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            AppError::Parse(e) => Some(e),
            _ => None,
        }
    }
}

impl From<ParseIntError> for AppError {
    fn from(e: ParseIntError) -> Self {
        AppError::Parse(e)
    }
}

fn read(text: &str) -> Result<i64, AppError> {
    let n: i64 = text.trim().parse()?;
    if n < 0 {
        return Err(AppError::Negative(n));
    }
    if n == 13 {
        Err(AppError::Other("unlucky".to_owned()))?;
    }
    Ok(n)
}

async fn total(texts: &[&str]) -> Result<i64, Box<dyn Error>> {
    let mut sum = 0;
    for text in texts {
        sum += read(text)?;
        tokio::task::yield_now().await;
    }
    if sum > 100 {
        return Err("too much".into());
    }
    Ok(sum)
}

fn second(list: &[u32]) -> Option<u32> {
    let rest = list.get(1..)?;
    Some(*rest.first()? + 1)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", total(&["1", " 2"]).await?);
    for texts in [&["x"][..], &["5", "-5"], &["13"], &["99", "2"], &["", "1"]] {
        match total(texts).await {
            Ok(n) => println!("{n}"),
            Err(e) => println!("{e} {}", e.source().is_some()),
        }
    }
    println!("{:?} {:?}", second(&[1, 2]), second(&[1]));
    let all: Result<Vec<_>, _> = "1 2 x".split(' ').map(read).collect();
    println!("{:?}", all.map_err(|e| e.to_string()));
    println!("{:?}", read("7").and_then(|n| read(&format!("-{n}"))).unwrap_or_else(|_| -1));
    println!("{:?}", Some(3).ok_or("none").map(|n| n * 2).unwrap_or_default());
    println!("{:?} {:?}", Some(2).xor(None), None.or(Some(1)).filter(|n| *n > 1));
    println!("{:?}", Ok::<_, String>(Some(1)).transpose());
    let e: Box<dyn Error + Send + Sync> = From::from("boxed");
    println!("{e:?} {e}");
    if let Some(app) = (Box::new(AppError::Negative(-1)) as Box<dyn Error>).downcast_ref::<AppError>() {
        println!("{app:?}");
    }
    Ok(())
}
