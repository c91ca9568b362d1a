use std::collections::BTreeMap;
use std::fmt::Display;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

#[derive(Debug, Clone, PartialEq)]
enum Event {
    Deposit { account: String, cents: u64 },
    Withdraw { account: String, cents: u64 },
}

#[derive(Debug, PartialEq)]
enum Refusal {
    Unknown(String),
    Overdrawn { has: u64, wants: u64 },
}

impl Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "no account {name}"),
            Self::Overdrawn { has, wants } => write!(f, "{:.2} of {:.2}", *has as f64 / 100.0, *wants as f64 / 100.0),
        }
    }
}

#[derive(Default)]
struct Ledger {
    accounts: BTreeMap<String, u64>,
    history: Vec<Event>,
}

impl Ledger {
    fn apply(&mut self, event: Event) -> Result<u64, Refusal> {
        let balance = match &event {
            Event::Deposit { account, cents } => {
                let balance = self.accounts.entry(account.clone()).or_default();
                *balance += cents;
                *balance
            }
            Event::Withdraw { account, cents } => {
                let Some(balance) = self.accounts.get_mut(account) else {
                    return Err(Refusal::Unknown(account.clone()));
                };
                *balance = balance.checked_sub(*cents).ok_or(Refusal::Overdrawn { has: *balance, wants: *cents })?;
                *balance
            }
        };
        self.history.push(event);
        Ok(balance)
    }
}

type Request = (Event, oneshot::Sender<Result<u64, Refusal>>);

async fn serve(mut requests: mpsc::Receiver<Request>) -> Ledger {
    let mut ledger = Ledger::default();
    while let Some((event, reply)) = requests.recv().await {
        sleep(Duration::from_millis(100)).await;
        let _ = reply.send(ledger.apply(event));
    }
    ledger
}

async fn ask(bank: &mpsc::Sender<Request>, event: Event) -> Result<u64, Refusal> {
    let (reply, answer) = oneshot::channel();
    bank.send((event, reply)).await.expect("the bank is open");
    answer.await.expect("the bank answers")
}

#[tokio::main]
async fn main() {
    let (bank, requests) = mpsc::channel(4);
    let server = tokio::spawn(serve(requests));
    let deposit = |account: &str, cents| Event::Deposit { account: account.into(), cents };
    println!("{:?}", ask(&bank, deposit("ada", 1000)).await);
    let (a, b) = tokio::join!(
        ask(&bank, Event::Withdraw { account: "ada".into(), cents: 700 }),
        ask(&bank, Event::Withdraw { account: "ada".into(), cents: 700 }),
    );
    for result in [a, b, ask(&bank, Event::Withdraw { account: "eve".into(), cents: 1 }).await] {
        match result {
            Ok(left) => println!("{left} left"),
            Err(refusal) => println!("refused: {refusal}"),
        }
    }
    drop(bank);
    let ledger = server.await.unwrap();
    println!("{:?} {}", ledger.accounts, ledger.history.len());
    println!("{}", ledger.history.contains(&deposit("ada", 1000)));
}
