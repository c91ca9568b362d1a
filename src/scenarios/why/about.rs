use crate::scenario::{About, Choice, Param, Proof, Question};

pub const ABOUT: About = About {
    title: "Why async?",
    summary: "A program that waits for three servers need not wait for one after another.",
    text: "A program asks three servers. While a server works, the program can only wait. First \
        it waits for each answer before it asks the next: the waits add up.\n\n\
        Then it asks all three, and waits for all of them together. Nothing became faster, and one \
        thread, which does one thing at a time, does it all. But the waits overlap, and only the \
        longest counts.\n\n\
        One cook can watch three pots: that is concurrency, and async is a way to write it. Three \
        cooks are parallelism: it takes threads, or processes.\n\n\
        So async helps where a program waits: for servers, databases, people. It does not help where \
        a program computes. A cook with one knife chops no faster.",
    params: &[
        Param::seconds("a", "A needs", 1.0),
        Param::seconds("b", "B needs", 0.5),
        Param::seconds("c", "C needs", 1.5),
    ],
    predict: &[
        Question::Order,
        Question::Total,
        Question::Choice {
            ask: "Why does the second half take less time than the first?",
            options: &[
                Choice::wrong(
                    "The servers answer faster when they are asked together.",
                    "Each server needs as long as before: compare its two lines in both halves.",
                ),
                Choice::right(
                    "The program waits for all three answers at the same time.",
                    "While one server works, the others work as well. So only the longest wait counts.",
                ),
                Choice::wrong(
                    "The program asks each server in a thread of its own.",
                    "There is one thread in both halves. In the second, no server keeps it waiting alone.",
                ),
            ],
            shown_by: Some(Proof::Total),
        },
    ],
    compare: Some("cpu-bound"),
    diagnosed: &["blocked-loop"],
    ..About::EMPTY
};
