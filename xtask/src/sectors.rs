//! Brings the quartiles of sectors up to date from the published dataset.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use crate::project;

/// Classes of turnover, in the order of the file.
const CLASSES: [&str; 5] = ["<2M", "2M-10M", "10M-50M", ">50M", "*"];

/// What a line of the dataset gives: quartiles of customer days, then of supplier days.
const QUARTILES: [&str; 6] = [
    "credit_clients_jours_q25",
    "credit_clients_jours_q50",
    "credit_clients_jours_q75",
    "credit_fournisseurs_jours_q25",
    "credit_fournisseurs_jours_q50",
    "credit_fournisseurs_jours_q75",
];

/// By code, then by class.
type Days = BTreeMap<String, BTreeMap<String, String>>;

/// Writes `sectors.json` anew from the CSV of `ratios_inpi_bce_sectors`, taken on `date`. Names stay; what has none is
/// listed and left out.
pub fn update(csv: &Path, date: &str) -> Result<()> {
    let path = project::root().join("www/src/views/analyses/sector/sectors.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&path)?).context("sectors.json")?;
    let text = fs::read_to_string(csv).with_context(|| csv.display().to_string())?;
    let days = newest(&text)?;
    let activities = file.pointer_mut("/activities").and_then(Value::as_object_mut).context("no activities")?;
    let unnamed: Vec<&str> = days.keys().filter(|code| !activities.contains_key(*code)).map(String::as_str).collect();
    activities.retain(|code, activity| {
        let newest = days.get(code);
        if let (Some(newest), Some(activity)) = (newest, activity.as_object_mut()) {
            activity.insert("days".to_owned(), json!(newest));
        }
        newest.is_some()
    });
    let source = file.pointer_mut("/source").and_then(Value::as_object_mut).context("no source")?;
    source.insert("date".to_owned(), json!(date));
    fs::write(&path, written(&file)?)?;
    println!("{} activities of {}; without a name here: {}", days.len() - unnamed.len(), days.len(), unnamed.join(" "));
    Ok(())
}

/// The newest year of each class of each activity that has all quartiles.
fn newest(text: &str) -> Result<Days> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let place = |name: &str| {
        let found = headers.iter().position(|header| header.trim_start_matches('\u{feff}') == name);
        found.with_context(|| format!("no column {name}"))
    };
    let (code, class, year) = (place("classe_naf")?, place("classe_ca")?, place("exercice")?);
    let quartiles = QUARTILES.map(place).into_iter().collect::<Result<Vec<usize>>>()?;
    let mut found: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    for row in reader.records() {
        let row = row?;
        let cell = |place: usize| row.get(place).unwrap_or_default().trim();
        let Some(class) = CLASSES.iter().find(|name| **name == cell(class)) else {
            bail!("unknown class of turnover {:?}", cell(class));
        };
        let values: Vec<&str> = quartiles.iter().map(|place| cell(*place)).collect();
        if values.iter().any(|value| value.is_empty()) {
            continue;
        }
        ensure!(are_in_order(&values), "quartiles of {} {class} do not grow: {values:?}", cell(code));
        let key = (cell(code).replace('.', ""), (*class).to_owned());
        let value = (cell(year).to_owned(), values.join(" "));
        let kept = found.entry(key).or_default();
        if value.0 >= kept.0 {
            *kept = value;
        }
    }
    let mut days = Days::new();
    for ((code, class), (_, quartiles)) in found {
        days.entry(code).or_default().insert(class, quartiles);
    }
    Ok(days)
}

fn are_in_order(values: &[&str]) -> bool {
    let numbers: Vec<f64> = values.iter().filter_map(|value| value.parse().ok()).collect();
    numbers.len() == values.len()
        && numbers.chunks(3).all(|three| three.is_sorted() && three.iter().all(|days| *days >= 0.0))
}

/// The file as it is kept.
fn written(file: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(file)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_year_of_a_class_counts() -> Result<()> {
        let head = format!("classe_naf;classe_ca;exercice;{}", QUARTILES.join(";"));
        let csv = format!("{head}\n46.6;<2M;2022;1;2;3;4;5;6\n46.6;<2M;2024;11;12;13;14;15;16\n46.6;*;2024;1;2;3;;;\n");
        let days = newest(&csv)?;
        let group = days.get("466").context("the group")?;
        assert_eq!(group.get("<2M").map(String::as_str), Some("11 12 13 14 15 16"));
        assert_eq!(group.get("*"), None);
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let head = format!("classe_naf;classe_ca;exercice;{}", QUARTILES.join(";"));
        assert!(newest(&format!("{head}\n46;<2M;2024;3;2;1;4;5;6\n")).is_err());
        assert!(newest(&format!("{head}\n46;2M;2024;1;2;3;4;5;6\n")).is_err());
        assert!(newest("classe_naf;classe_ca\n46;<2M\n").is_err());
    }

    #[test]
    fn the_file_stays_as_it_is_written() -> Result<()> {
        let path = project::root().join("www/src/views/analyses/sector/sectors.json");
        let text = fs::read_to_string(path)?;
        assert_eq!(written(&serde_json::from_str(&text)?)?, text);
        Ok(())
    }
}
