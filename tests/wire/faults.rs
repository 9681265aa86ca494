//! What can go wrong around the server: disks, limits, files that come and go, clients that do not read, and kills. After each the
//! service goes on, or the next server's does.

use crate::client::{Client, PATIENCE, Start, capabilities, range};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const URI: &str = "file:///draft.md";
const ETH: &str = "eth-for-d-stroke";
const BAD: &str = "Căn cứ Nghị định số 30/2020/NÐ-CP;\n";

fn is_served(client: &mut Client) {
    client.open(URI, BAD);
    client.published(|p| p.uri == URI && p.of(ETH).len() == 1);
    assert!(!client.hover(URI, 0, 22).unwrap().is_null());
    client.close(URI);
}

/// A server whose data and cache are its own.
fn at_home(home: &Path) -> Start {
    let path = |name: &str| home.join(name).display().to_string();
    Start::new().env("XDG_CACHE_HOME", &path("cache")).env("VIENDAN_DATA_DIR", &path("data"))
}

/// Writing past a limit of the size of files fails as on a full disk; it does not end the process.
#[test]
#[cfg(target_os = "linux")]
fn a_server_that_may_write_nothing_serves_from_memory() {
    for limit in ["ulimit -f 0", "ulimit -f 64"] {
        let home = tempfile::tempdir().unwrap();
        let mut client = at_home(home.path()).limited(limit).start();
        client.initialize(capabilities(), json!({}));
        is_served(&mut client);
        while !client.shown().contains("danh mục đi kèm được giữ trong bộ nhớ") {}
        client.finish_told();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_server_with_few_handles_serves() {
    let home = tempfile::tempdir().unwrap();
    let mut client = at_home(home.path()).limited("ulimit -n 32").start();
    client.initialize(capabilities(), json!({}));
    is_served(&mut client);
    client.finish_told();
}

/// Homes that are no folders: nothing can be kept there.
#[test]
fn a_server_without_a_home_serves() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let mut client = at_home(&file).start();
    client.initialize(capabilities(), json!({}));
    is_served(&mut client);
    client.finish_told();
}

/// What the card says of an act that only the team's catalogue knows.
fn card(client: &mut Client) -> String {
    let card = client.hover(URI, 0, 24).unwrap();
    card["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

fn until_card(client: &mut Client, what: &str, holds: impl Fn(&str) -> bool) {
    let end = Instant::now() + PATIENCE;
    loop {
        let card = card(client);
        if holds(&card) {
            return;
        }
        assert!(Instant::now() < end, "{what}: {card}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Puts catalogues into force; the severity of a rule shows that they are.
fn settings(client: &mut Client, catalogues: Value, (severity, shown): (&str, i64)) {
    let settings = json!({ "catalogues": catalogues, "rules": { ETH: severity } });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "viendan": settings } }));
    client.published(|p| p.uri == URI && p.of(ETH).iter().any(|d| d["severity"] == shown));
}

#[test]
fn a_catalogue_that_is_deleted_replaced_or_damaged_costs_only_its_own_acts() {
    const WITH: (&str, i64) = ("warning", 2);
    const WITHOUT: (&str, i64) = ("hint", 4);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("team.jsonl");
    let record = |title: &str| {
        format!("{}\n", json!({ "number": "901/QĐ-XYZ", "year": 2024, "type": "Quyết định", "title": title }))
    };
    std::fs::write(&file, record("Về kho thứ nhất")).unwrap();
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "initializationOptions": { "catalogues": [file] } }));
    client.open(URI, &format!("Theo Quyết định số 901/QĐ-XYZ năm 2024 của đơn vị.\n\n{BAD}"));
    until_card(&mut client, "at first", |card| card.contains("kho thứ nhất"));
    // Deleted while it is open: what was read stays, nothing fails.
    std::fs::remove_file(&file).unwrap();
    assert!(card(&mut client).contains("kho thứ nhất"));
    // Asked for again, it is missed, and the user is told.
    settings(&mut client, json!([]), WITHOUT);
    settings(&mut client, json!([file]), WITH);
    assert!(client.shown().contains("team.jsonl"));
    until_card(&mut client, "deleted", |card| !card.contains("kho thứ nhất"));
    // Replaced.
    std::fs::write(&file, record("Về kho thứ hai")).unwrap();
    settings(&mut client, json!([]), WITHOUT);
    settings(&mut client, json!([file]), WITH);
    until_card(&mut client, "replaced", |card| card.contains("kho thứ hai"));
    // Damaged: a record that was cut off.
    std::fs::write(&file, &record("Về kho thứ ba").as_bytes()[..40]).unwrap();
    settings(&mut client, json!([]), WITHOUT);
    settings(&mut client, json!([file]), WITH);
    assert!(client.shown().contains("team.jsonl"));
    until_card(&mut client, "damaged", |card| !card.contains("kho thứ"));
    // Mended: the settings are the same, the next draft that is saved finds it.
    std::fs::write(&file, record("Về kho thứ tư")).unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
    until_card(&mut client, "mended", |card| card.contains("kho thứ tư"));
    client.finish_told();
}

/// A client that does not read for a while: nothing piles up, edits are taken, and in the end it has what is true then.
#[test]
fn a_client_that_stops_reading_gets_the_latest_when_it_reads_again() {
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({}));
    client.open(URI, &BAD.repeat(500));
    client.published(|p| p.version == Some(1) && p.of(ETH).len() == 500);
    client.pause();
    for version in 2..600 {
        client.change(URI, version, json!([{ "range": range((0, 0), (0, 0)), "text": BAD }]));
        if version % 100 == 0 {
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    client.resume();
    let last = client.published(|p| p.version == Some(599));
    assert!(last.of(ETH).len() >= 1097, "{}", last.of(ETH).len());
    client.finish();
}

/// Killed at any moment of its first minutes, it leaves nothing behind that the next one stumbles over.
#[test]
fn a_server_that_is_killed_in_any_phase_leaves_a_sound_home() {
    let home = tempfile::tempdir().unwrap();
    for round in 0..12_u64 {
        let mut client = at_home(home.path()).start();
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities() });
        client.ask("initialize", params);
        client.notify("initialized", json!({}));
        client.open(URI, &BAD.repeat(200));
        std::thread::sleep(Duration::from_millis(round * round * 12));
        // Dropped, it is killed.
        drop(client);
    }
    let mut client = at_home(home.path()).start();
    client.initialize(capabilities(), json!({}));
    is_served(&mut client);
    client.finish();
    // What was being written lies beside at most, a file for each kill.
    let left = walk(home.path());
    let is_half =
        |path: &std::path::PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".tmp"));
    assert!(left.iter().filter(|path| is_half(path)).count() < 12, "{left:?}");
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(walk(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

/// A folder of the workspace that goes away while it is watched, and comes back.
#[test]
fn a_folder_that_goes_away_while_it_is_watched_comes_back() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("work");
    let write = |severity: &str| {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("viendan.toml"), format!("rules = {{ {ETH} = \"{severity}\" }}\n")).unwrap();
    };
    write("hint");
    let root = format!("file://{}", folder.display());
    let mut client = Start::new().start();
    client.initialize(capabilities(), json!({ "workspaceFolders": [{ "uri": root, "name": "w" }] }));
    let uri = format!("{root}/a.md");
    client.open(&uri, BAD);
    client.published(|p| p.of(ETH).iter().any(|d| d["severity"] == 4));
    std::fs::remove_dir_all(&folder).unwrap();
    client.replace(&uri, 2, &BAD.repeat(2));
    client.published(|p| p.version == Some(2) && p.of(ETH).len() == 2);
    write("warning");
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.published(|p| p.of(ETH).iter().any(|d| d["severity"] == 2));
    client.finish_told();
}

/// The sockets of a process that speak to a network: its handles that are in the tables of the network.
#[cfg(target_os = "linux")]
fn network_sockets(pid: u32) -> Vec<String> {
    let mut sockets = Vec::new();
    for handle in std::fs::read_dir(format!("/proc/{pid}/fd")).unwrap().flatten() {
        let target = std::fs::read_link(handle.path()).unwrap_or_default().display().to_string();
        sockets.extend(target.strip_prefix("socket:[").and_then(|n| n.strip_suffix(']')).map(str::to_owned));
    }
    let tables = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];
    let tables = tables.map(|table| std::fs::read_to_string(format!("/proc/{pid}/net/{table}")).unwrap_or_default());
    sockets.retain(|inode| tables.iter().any(|table| table.split_whitespace().any(|word| word == inode)));
    sockets
}

/// In a network namespace without a network the server does all that it does. Where the machine lets nobody make one, it is
/// watched: it never opens a socket of a network.
#[test]
#[cfg(target_os = "linux")]
fn without_any_network_everything_works() {
    let permitted = std::process::Command::new("unshare").args(["-rn", "true"]).status();
    let is_permitted = permitted.is_ok_and(|status| status.success());
    let home = tempfile::tempdir().unwrap();
    let start = at_home(home.path());
    let mut client = if is_permitted { start.without_network() } else { start }.start();
    client.initialize(capabilities(), json!({}));
    is_served(&mut client);
    client.open("file:///b.md", "Theo Luật Đất đai năm 2024 và Nghị định số 110/2004/NĐ-CP về công tác văn thư.\n");
    client.published(|p| p.uri == "file:///b.md" && !p.of("expired-instrument").is_empty());
    assert_eq!(network_sockets(client.pid()), Vec::<String>::new());
    client.finish();
}

/// What finds sockets finds one that is there.
#[test]
#[cfg(target_os = "linux")]
fn a_socket_of_a_network_is_seen() {
    let _socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(network_sockets(std::process::id()).len(), 1);
}
