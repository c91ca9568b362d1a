// Stands in for an exercise: a program is to print "goal" last. One that prints "short" misses that for small values of a.

const answer = 'pub async fn main(a: Duration) {\n    println!("goal");\n}\n';

export const exercise = {
  goal: "Print `goal` last.",
  hints: ["It is a line of main.", "Its text is `goal`."],
  given: GIVEN,
  answer: { text: answer, colours: [[answer.length, ""]] },
};

export function check(runs) {
  const short = runs.find(({ values, record }) => values.a < 1 && record.log.some(({ text }) => text === "short"));
  if (short) return { message: "It is `short`.", values: short.taken };
  if (runs.some(({ record }) => record.log.at(-1)?.text !== "goal")) return { message: "Its last line is another one." };
}
