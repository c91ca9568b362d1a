use std::mem;

#[derive(Debug)]
enum Connection {
    Closed,
    Opening { tries: u8 },
    Open(Session),
}

#[derive(Debug)]
struct Session {
    id: u32,
    sent: Vec<String>,
}

impl Connection {
    fn open(&mut self) {
        *self = match mem::replace(self, Connection::Closed) {
            Connection::Closed => Connection::Opening { tries: 1 },
            Connection::Opening { tries: 3.. } => Connection::Open(Session { id: 7, sent: vec![] }),
            Connection::Opening { tries } => Connection::Opening { tries: tries + 1 },
            open @ Connection::Open(_) => open,
        };
    }

    fn send(&mut self, text: &str) -> Result<usize, &'static str> {
        let Connection::Open(Session { sent, .. }) = self else {
            return Err("not open");
        };
        sent.push(text.to_string());
        Ok(sent.len())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
enum Weekday {
    Monday = 1,
    Tuesday,
    Sunday = 7,
}

impl TryFrom<u8> for Weekday {
    type Error = String;
    fn try_from(n: u8) -> Result<Self, String> {
        [Self::Monday, Self::Tuesday, Self::Sunday].into_iter().find(|d| *d as u8 == n).ok_or_else(|| format!("no day {n}"))
    }
}

impl std::str::FromStr for Weekday {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "mo" => Ok(Weekday::Monday),
            "tu" => Ok(Weekday::Tuesday),
            _ => Err(text.into()),
        }
    }
}

#[tokio::main]
async fn main() {
    let mut connection = Connection::Closed;
    println!("{:?}", connection.send("too early"));
    for _ in 0..4 {
        connection.open();
        println!("{connection:?}");
    }
    println!("{:?} {:?}", connection.send("a"), connection.send("b"));
    if let Connection::Open(ref session) = connection {
        println!("{} {}", session.id, session.sent.concat());
    }
    println!("{:?} {:?} {:?}", Weekday::try_from(2), Weekday::try_from(3), "tu".parse::<Weekday>());
    let day: Result<Weekday, _> = 7u8.try_into();
    println!("{:?} {}", day, Weekday::Monday < Weekday::Sunday);
    println!("{:?} {:?}", u8::try_from(300i32).is_err(), i8::try_from(-5i64));
    let size: Option<Option<u8>> = Some(None);
    println!("{size:?} {:?}", size.flatten().map_or(0, |n| n + 1));
}
