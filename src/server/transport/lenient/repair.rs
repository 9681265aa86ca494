//! The walk over parameters: members are mended by their names, what must be there is filled in, and what cannot be read is
//! left out, as long as the rest can be read without it.

use super::address::Addresses;
use super::table::{DEFAULTS, Fault, MEMBERS, METHODS, Mend, Rest, SETTINGS, Step, UNCOUNTED, WITHOUT_PARAMETERS};
use serde_json::Value;

/// So many members are left out of one message at most.
const MOST_FAULTS: usize = 200;

/// Repairs the parameters of a method. Whether anything was changed.
///
/// # Errors
/// When they cannot be read all the same; the cause.
pub fn repair(method: &str, params: &mut Option<Value>, addresses: &Addresses) -> Result<bool, Fault> {
    if WITHOUT_PARAMETERS.contains(&method) {
        return Ok(params.take().is_some());
    }
    let mut changed = fill_in(method, params);
    let served = METHODS.iter().find(|(name, ..)| *name == method);
    let Some(params) = params else {
        let missing = || Fault { way: Vec::new(), cause: "no parameters".to_owned() };
        return if served.is_some() { Err(missing()) } else { Ok(changed) };
    };
    changed |= mend(params, method, addresses) | mend_arguments(params, addresses);
    let Some((_, rest, trial)) = served else { return Ok(changed) };
    let mut faults = 0;
    while let Err(fault) = trial(params) {
        faults += 1;
        if *rest == Rest::Whole || faults > MOST_FAULTS || !remove(params, &fault.way) {
            return Err(fault);
        }
        tracing::info!("{method}: {} is left out: {}", written(&fault.way), fault.cause);
        changed = true;
    }
    Ok(changed)
}

/// Puts in what must be there.
fn fill_in(method: &str, params: &mut Option<Value>) -> bool {
    let mut changed = false;
    for (_, path, json) in DEFAULTS.iter().filter(|(of, ..)| *of == method) {
        let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
        if path.is_empty() {
            if params.as_ref().is_none_or(|params| !params.is_object()) {
                *params = Some(value);
                changed = true;
            }
        } else if let Some(params) = params {
            let steps: Vec<&str> = path.split('/').skip(1).collect();
            changed |= put(params, &steps, &value);
        }
    }
    changed
}

fn put(into: &mut Value, steps: &[&str], value: &Value) -> bool {
    match (steps, into) {
        (["*", rest @ ..], Value::Array(items)) => {
            // Each of them, not only the first.
            items.iter_mut().map(|item| put(item, rest, value)).filter(|changed| *changed).count() > 0
        }
        ([name], Value::Object(object)) => {
            let is_missing = object.get(*name).is_none_or(|found| found.is_null() && !value.is_null());
            if is_missing {
                object.insert((*name).to_owned(), value.clone());
            }
            is_missing
        }
        ([name, rest @ ..], Value::Object(object)) => {
            object.get_mut(*name).is_some_and(|inner| put(inner, rest, value))
        }
        _ => false,
    }
}

/// Mends members by their names, and whole numbers that are written with a point, everywhere.
fn mend(value: &mut Value, method: &str, addresses: &Addresses) -> bool {
    match value {
        Value::Array(items) => {
            items.iter_mut().map(|item| mend(item, method, addresses)).filter(|changed| *changed).count() > 0
        }
        Value::Object(object) => {
            let mut changed = false;
            for (name, mended) in MEMBERS {
                let Some(found) = object.get_mut(*name) else { continue };
                changed |= match mended {
                    Mend::Address => mend_address(found, method, addresses),
                    Mend::Place => mend_place(found),
                    Mend::Version => method.starts_with("textDocument/did") && mend_version(found, method),
                    Mend::Drop => object.remove(*name).is_some(),
                };
            }
            let members = object.iter_mut().filter(|(name, _)| !SETTINGS.contains(&name.as_str()));
            members.fold(changed, |changed, (_, inner)| mend(inner, method, addresses) || changed)
        }
        Value::Number(number) => {
            let whole = number.as_f64().filter(|_| number.is_f64()).and_then(whole);
            whole.is_some_and(|whole| {
                *value = whole.into();
                true
            })
        }
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// Addresses among the arguments of a command, which come back as the client spells them.
fn mend_arguments(params: &mut Value, addresses: &Addresses) -> bool {
    let Some(Value::Array(arguments)) = params.get_mut("arguments") else { return false };
    let mut changed = false;
    for argument in arguments {
        if let Some(uri) = argument.as_str().and_then(|written| addresses.known(written)) {
            *argument = uri.into();
            changed = true;
        }
    }
    changed
}

fn mend_address(found: &mut Value, method: &str, addresses: &Addresses) -> bool {
    let Value::String(written) = found else { return false };
    if written.is_empty() && method == "initialize" {
        *found = Value::Null;
        return true;
    }
    match addresses.repair(written) {
        Some(uri) => {
            *written = uri;
            true
        }
        None => false,
    }
}

fn mend_place(found: &mut Value) -> bool {
    let is_large = found.as_u64().is_some_and(|n| n > u64::from(u32::MAX))
        || found.as_f64().is_some_and(|n| found.is_f64() && n > f64::from(u32::MAX));
    if is_large {
        *found = u32::MAX.into();
    }
    is_large
}

fn mend_version(found: &mut Value, method: &str) -> bool {
    let number = found.as_i64().or_else(|| found.as_f64().and_then(whole));
    let text = || found.as_str().and_then(|text| text.trim().parse::<i64>().ok());
    let version = number.or_else(text).and_then(|n| i32::try_from(n).ok());
    let other = if method == "textDocument/didOpen" { 0 } else { UNCOUNTED };
    let mended = Value::from(version.unwrap_or(other));
    let changed = *found != mended;
    *found = mended;
    changed
}

/// A whole number that is written with a point.
#[expect(clippy::cast_possible_truncation, reason = "what does not fit is sorted out before")]
fn whole(number: f64) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    (number.fract() == 0.0 && number.abs() <= LARGEST).then_some(number as i64)
}

/// Takes out what a way leads to: an element of a list, a member of an object; or what holds it, if it is not there.
fn remove(params: &mut Value, way: &[Step]) -> bool {
    let Some((last, before)) = way.split_last() else { return false };
    let mut holder = &mut *params;
    for step in before {
        let inner = match (step, holder) {
            (Step::Member(name), Value::Object(object)) => object.get_mut(name),
            (Step::Element(at), Value::Array(items)) => items.get_mut(*at),
            _ => None,
        };
        match inner {
            Some(inner) => holder = inner,
            None => return false,
        }
    }
    match (last, holder) {
        (Step::Member(name), Value::Object(object)) if object.contains_key(name) => object.remove(name).is_some(),
        (Step::Element(at), Value::Array(items)) if *at < items.len() => {
            items.remove(*at);
            true
        }
        _ => remove(params, before),
    }
}

fn written(way: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Member(name) => format!("/{name}"),
        Step::Element(at) => format!("/{at}"),
    };
    way.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn repaired(method: &str, params: Value) -> Result<Value, Fault> {
        let mut params = Some(params);
        repair(method, &mut params, &Addresses::default())?;
        Ok(params.unwrap_or_default())
    }

    #[test]
    fn odd_members_of_the_start_are_left_out() {
        for (path, value) in [
            ("/trace", json!("compact")),
            ("/processId", json!(-1)),
            ("/capabilities/textDocument/semanticTokens", json!({})),
            ("/capabilities/textDocument/semanticTokens", json!({ "requests": { "range": {} } })),
            ("/capabilities/textDocument/foldingRange", json!({ "foldingRangeKind": { "valueSet": ["x"] } })),
            ("/capabilities/textDocument/hover", json!({ "contentFormat": ["html", "markdown"] })),
            ("/capabilities/textDocument/rename", json!({ "honorsChangeAnnotations": 1 })),
            ("/capabilities/workspace/workspaceEdit", json!({ "changeAnnotationSupport": true })),
            ("/workspaceFolders", json!([{ "uri": "file:///w" }])),
            ("/rootUri", json!("")),
            ("/rootUri", json!("/home")),
        ] {
            let mut params = json!({ "processId": null, "rootUri": null, "capabilities": { "workspace": {}, "textDocument": {
                "completion": { "completionItem": { "snippetSupport": true } }
            } } });
            let (parent, name) = path.rsplit_once('/').unwrap();
            params.pointer_mut(parent).unwrap()[name] = value.clone();
            let repaired = repaired("initialize", params).unwrap_or_else(|fault| panic!("{path} {value}: {fault:?}"));
            // The rest is still there.
            let snippets = "/capabilities/textDocument/completion/completionItem/snippetSupport";
            assert_eq!(repaired.pointer(snippets), Some(&json!(true)), "{path} {value}");
        }
        assert!(repaired("initialize", json!({})).is_ok());
        let hover =
            json!({ "capabilities": { "textDocument": { "hover": { "contentFormat": ["html", "markdown"] } } } });
        let hover = repaired("initialize", hover).unwrap();
        assert_eq!(hover["capabilities"]["textDocument"]["hover"]["contentFormat"], json!(["markdown"]));
    }

    #[test]
    fn an_edit_is_read_leniently_or_not_at_all() {
        let edit = |version: Value, end: Value| {
            let start = json!({ "line": 0, "character": 0 });
            json!({ "textDocument": { "uri": "file:///a", "version": version },
                "contentChanges": [{ "range": { "start": start, "end": end }, "rangeLength": -1, "text": "x" }] })
        };
        let end = |character: Value| json!({ "line": 0, "character": character });
        let read = |version, character| repaired("textDocument/didChange", edit(version, end(character)));
        let character = |params: &Value| params["contentChanges"][0]["range"]["end"]["character"].clone();
        assert_eq!(character(&read(json!(2), json!(5.0)).unwrap()), 5);
        assert_eq!(character(&read(json!(2), json!(4_294_967_296_u64)).unwrap()), u32::MAX);
        for odd in [json!(null), json!(3_000_000_000_u64), json!("x")] {
            assert_eq!(read(odd, json!(1)).unwrap()["textDocument"]["version"], UNCOUNTED);
        }
        assert_eq!(read(json!("7"), json!(1)).unwrap()["textDocument"]["version"], 7);
        assert!(read(json!(2), json!(-1)).is_err());
        assert!(repaired("textDocument/didChange", edit(json!(2), json!({ "line": 0 }))).is_err());
    }

    #[test]
    fn one_odd_element_does_not_hide_the_others() {
        let changes = json!({ "changes": [{ "uri": "::", "type": 1 }, { "uri": "file:///viendan.toml", "type": 2 }] });
        let read = repaired("workspace/didChangeWatchedFiles", changes).unwrap();
        assert_eq!(read["changes"].as_array().unwrap().len(), 1);
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
        for href in ["[object Object]", ""] {
            let diagnostic = json!({ "range": range, "message": "x", "codeDescription": { "href": href } });
            let context = json!({ "diagnostics": [diagnostic] });
            let params = json!({ "textDocument": { "uri": "file:///a" }, "range": range, "context": context });
            let read = repaired("textDocument/codeAction", params).unwrap();
            assert_eq!(read["context"]["diagnostics"].as_array().unwrap().len(), 1, "{href}");
        }
    }

    #[test]
    fn what_needs_no_parameters_has_none() {
        let mut params = Some(json!({}));
        assert!(repair("shutdown", &mut params, &Addresses::default()).unwrap() && params.is_none());
        let mut params = None;
        assert!(repair("initialized", &mut params, &Addresses::default()).unwrap() && params.is_some());
    }
}
