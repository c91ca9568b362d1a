//! A task is called what stands in the source, or `task`; never something else.
#![cfg(not(target_arch = "wasm32"))]

use async_playground::record::{LONGEST_NAME, task_name};
use async_playground::trace::{Location, TaskKind};

/// The name of a task that the call at the first `@` of the source spawns.
fn name(marked: &str) -> String {
    let (before, _) = marked.split_once('@').expect("a mark");
    let source = marked.replacen('@', "", 1);
    let location = Location {
        file: "",
        line: before.matches('\n').count() as u32 + 1,
        column: before.chars().rev().take_while(|c| *c != '\n').count() as u32 + 1,
    };
    task_name(TaskKind::Task, None, location, &source)
}

#[test]
fn a_task_is_named_by_the_argument_of_the_call_that_spawned_it() {
    let names = [
        ("@spawn_local(greet(\"A\"));", "greet(\"A\")"),
        ("set.@spawn_local(nap());", "nap()"),
        ("@set.spawn_local(nap());", "nap()"),
        (
            "f(\n  @spawn_local(\n    nap(\n      1,\n    ),\n  ),\n);",
            "nap( 1, )",
        ),
        (
            "@spawn_local::<fn(u8) -> u8>(nap(a[0], { 1 }))",
            "nap(a[0], { 1 })",
        ),
        ("@spawn_local(async move { nap().await })", "async block"),
        ("@spawn_local(async_nap())", "async_nap()"),
    ];
    for (source, expected) in names {
        assert_eq!(name(source), expected, "{source}");
    }
}

#[test]
fn where_only_the_line_is_known_the_first_call_that_spawns_names_the_task() {
    let name = |source: &str, line| {
        let (file, column) = ("", 0);
        let location = Location { file, line, column };
        task_name(TaskKind::Task, None, location, source)
    };
    let source = "// spawn(a())\nlet b = set.spawn(b(1));\nlet c = tokio::spawn(\n  c(),\n);\nd();\nspawn(e());";
    assert_eq!(name(source, 2), "b(1)");
    assert_eq!(name(source, 3), "c()");
    assert_eq!(name(source, 6), "task");
    assert_eq!(name(source, 7), "e()");
    assert_eq!(name(source, 0), "task");
    assert_eq!(name(source, 9), "task");
}

#[test]
fn a_branch_of_which_the_words_are_known_is_named_as_it_is_written() {
    let name = |expression: &str, line| {
        let (file, column) = ("", 0);
        let location = Location { file, line, column };
        let source =
            "f(a , 1);\njoin!(\n    f(a, // one\n      1),\n    g::<u8>(\"a b\"),\n    (p)(q),\n);";
        task_name(TaskKind::Branch, Some(expression), location, source)
    };
    assert_eq!(name("(f (a , 1))", 2), "f(a, 1)");
    assert_eq!(name("g :: < u8 > (\"a b\")", 2), "g::<u8>(\"a b\")");
    assert_eq!(name("(f (a , 1))", 1), "f(a , 1)");
    assert_eq!(name("(p) (q)", 2), "(p)(q)");
    assert_eq!(name("((p) (q))", 2), "(p)(q)");
    assert_eq!(name("(h (1))", 2), "(h (1))");
    assert_eq!(name("", 9), "task");
}

#[test]
fn columns_are_counted_in_characters() {
    assert_eq!(
        name("let größe = \"漢🍕\"; @spawn_local(größer(1))"),
        "größer(1)"
    );
    assert_eq!(name("// é\n/* é */ @spawn_local(b())"), "b()");
}

#[test]
fn brackets_and_quotes_in_literals_and_comments_do_not_count() {
    let names = [
        (r#"@spawn_local(say("a \") b"))"#, r#"say("a \") b")"#),
        (
            r#"@spawn_local(say("two  spaces"))"#,
            r#"say("two  spaces")"#,
        ),
        (r##"@spawn_local(say(r#"a ")"#))"##, r##"say(r#"a ")"#)"##),
        (
            r#"@spawn_local(say(b"(", b'(', '"', '\'', '\u{28}', ')'))"#,
            r#"say(b"(", b'(', '"', '\'', '\u{28}', ')')"#,
        ),
        (
            "@spawn_local(say::<'a, 'b>(r#type, 'x'))",
            "say::<'a, 'b>(r#type, 'x')",
        ),
        (
            "@spawn_local(say(/* ) /* ( */ \" */ 1 // ) \"\n))",
            "say( 1 )",
        ),
    ];
    for (source, expected) in names {
        assert_eq!(name(source), expected, "{source}");
    }
}

#[test]
fn what_cannot_be_read_is_a_task() {
    for source in [
        "@spawn_local(",
        "@}",
        "@spawn_local(say(\"a)",
        "@a + (b)",
        "@",
        "@f()",
    ] {
        assert_eq!(name(source), "task", "{source}");
    }
    let location = Location {
        file: "",
        line: 9,
        column: 80,
    };
    assert_eq!(
        task_name(TaskKind::Task, None, location, "fn main() {}"),
        "task"
    );
}

#[test]
fn a_long_name_is_cut_between_characters() {
    let long = name(&format!("@spawn_local({}())", "é".repeat(300)));
    assert_eq!(long, format!("{}…", "é".repeat(LONGEST_NAME)));
}
