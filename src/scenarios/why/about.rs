use crate::scenario::{About, Param, Question};

pub const ABOUT: About = About {
    title: "Why async?",
    summary: "A program that waits for three servers need not wait for one after another.",
    text: "A program asks three servers. While a server works, the program has nothing to do but wait. \
        First it waits for each answer before it asks the next: the waits add up.\n\n\
        Then it asks all three, and waits for all of them together. Nothing became faster, and there \
        is still one thread. But the waits overlap, so all of it takes as long as the longest.\n\n\
        One cook can watch three pots: that is concurrency, and async is a way to write it. Three \
        cooks are parallelism: it takes threads, or processes.\n\n\
        So async helps where a program waits: for servers, disks, people. It does not help where a \
        program computes. A cook with one knife chops no faster.",
    params: &[
        Param::seconds("a", "A needs", 1.0),
        Param::seconds("b", "B needs", 0.5),
        Param::seconds("c", "C needs", 1.5),
    ],
    predict: &[Question::Order, Question::Total],
    compare: Some("cpu-bound"),
    ..About::EMPTY
};
