//! Names of months and weekdays in French, English, German, Spanish, Italian and Dutch, in the form that
//! [`plain`](super::words::plain) gives.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// Names and abbreviations of the months, January first.
const MONTHS: [&str; 12] = [
    "janvier janv jan january januar janner jaenner enero ene gennaio genn gen januari",
    "fevrier fevr fev february feb febr februar feber febrero febbraio febbr februari",
    "mars mar march marz maerz mrz marzo maart mrt",
    "avril avr april apr abril abr aprile",
    "mai may mayo maggio magg mag mei",
    "juin jun june juni junio giugno giu",
    "juillet juil juill jul july juli julio luglio lugl lug",
    "aout aou august aug agosto ago augustus",
    "septembre sept sep september septiembre setiembre set settembre sett",
    "octobre oct october oktober okt octubre ottobre ott",
    "novembre nov november noviembre",
    "decembre dec december dezember dez diciembre dic dicembre",
];

/// Names and abbreviations of the days of the week; `mar` is a month too.
const WEEKDAYS: &str = "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim monday mon tuesday tue tues \
     wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo dienstag di mittwoch mi \
     donnerstag do freitag fr samstag sa sonnabend sonntag so lunes martes miercoles mie jueves jue viernes vie sabado \
     sab domingo dom lunedi martedi mercoledi giovedi gio venerdi sabato domenica maandag ma dinsdag woensdag wo \
     donderdag vrijdag vr zaterdag za zondag zo";

/// Bytes of the longest name.
const LONGEST: usize = 10;

/// The month, 1 to 12, that a word names.
pub fn month_named(word: &str) -> Option<u32> {
    static NAMED: OnceLock<FxHashMap<&str, u32>> = OnceLock::new();
    let names = || (1..).zip(MONTHS).flat_map(|(month, names)| names.split(' ').map(move |name| (name, month)));
    if word.len() > LONGEST {
        return None;
    }
    NAMED.get_or_init(|| names().collect()).get(word).copied()
}

/// Does a word name a day of the week?
pub fn is_weekday(word: &str) -> bool {
    static NAMED: OnceLock<FxHashSet<&str>> = OnceLock::new();
    word.len() <= LONGEST && NAMED.get_or_init(|| WEEKDAYS.split(' ').collect()).contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_go_by_their_names_in_six_languages() {
        let cases = [
            (1, "janv ene gen januar"),
            (2, "fevrier febbraio"),
            (3, "mar mars marz maerz maart mrt"),
            (4, "abr avr"),
            (5, "mai mei mag may"),
            (6, "juin juni junio giu"),
            (7, "juil lug juli"),
            (8, "ago aout augustus"),
            (9, "set sept"),
            (10, "okt ott oct"),
            (11, "nov noviembre"),
            (12, "dez dic dec"),
        ];
        for (month, words) in cases {
            for word in words.split(' ') {
                assert_eq!(month_named(word), Some(month), "{word}");
            }
        }
        for word in ["", "total", "marge", "juillet 2025", "m", "t"] {
            assert_eq!(month_named(word), None, "{word}");
        }
    }

    #[test]
    fn no_name_means_two_months() {
        let names: Vec<&str> = MONTHS.iter().flat_map(|names| names.split(' ')).collect();
        for name in &names {
            assert_eq!(names.iter().filter(|other| other == &name).count(), 1, "{name}");
        }
    }
}
