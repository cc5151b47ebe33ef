//! The tables that variants are made of. No amount is the sum of others by chance, and all can be split by a tax of 20
//! %.

use super::{Column, Encoding, Kind, Role, Table};

/// A table by its name.
type Named = (&'static str, fn() -> Table);

/// The clean table of each kind.
pub const CLEAN: [Named; 4] = [("list", list), ("series", series), ("aged", aged), ("books", books)];

const LIST: &str = "\
F2501;Alba;08/01/2025;07/02/2025;1212,00;12/02/2025
F2502;Brun;17/01/2025;16/02/2025;756,60;
F2503;Cour;29/01/2025;28/02/2025;2439,00;03/03/2025
F2504;Alba;06/02/2025;08/03/2025;1804,80;
F2505;Brun;19/02/2025;21/03/2025;615,60;24/03/2025
F2506;Cour;27/02/2025;29/03/2025;3126,60;
F2507;Alba;11/03/2025;10/04/2025;993,00;
F2508;Brun;25/03/2025;24/04/2025;1447,20;";

const SERIES: &str = "\
10/2024;10812,00;14214,00;2103,00
11/2024;12426,60;15001,80;2511,60
12/2024;15243,00;17410,20;3007,20
01/2025;9117,60;16021,80;4113,60
02/2025;11405,40;15307,20;3320,40
03/2025;13208,40;18111,00;3902,40";

const AGED: &str = "\
Alba;2103,00;411,60;0,00;0,00;0,00;2514,60
Brun;0,00;1212,00;306,60;0,00;150,00;1668,60
Cour;3126,60;0,00;0,00;517,80;0,00;3644,40
Doux;804,00;0,00;725,40;0,00;0,00;1529,40
Elan;0,00;0,00;0,00;0,00;963,60;963,60
Fort;1506,00;117,00;0,00;208,80;0,00;1831,80";

const BOOKS: &str = "\
AN;A nouveaux;1;20250101;411000;Clients;C1;Alba;AN;20250101;Report à nouveau;1506,00;0,00;;;20250131;;
AN;A nouveaux;1;20250101;101000;Capital;;;AN;20250101;Report à nouveau;0,00;1506,00;;;20250131;;
VE;Ventes;2;20250114;411000;Clients;C2;Brun;F1;20250114;Facture F1;2403,60;0,00;A;20250220;20250131;;
VE;Ventes;2;20250114;707000;Ventes;;;F1;20250114;Facture F1;0,00;2003,00;;;20250131;;
VE;Ventes;2;20250114;445710;TVA collectée;;;F1;20250114;Facture F1;0,00;400,60;;;20250131;;
BQ;Banque;3;20250128;512000;Banque;;;R1;20250128;Virement Alba;1506,00;0,00;;;20250228;;
BQ;Banque;3;20250128;411000;Clients;C1;Alba;R1;20250128;Virement Alba;0,00;1506,00;;;20250228;;
VE;Ventes;4;20250211;411000;Clients;C1;Alba;F2;20250211;Facture F2;3127,20;0,00;;;20250228;;
VE;Ventes;4;20250211;707000;Ventes;;;F2;20250211;Facture F2;0,00;2606,00;;;20250228;;
VE;Ventes;4;20250211;445710;TVA collectée;;;F2;20250211;Facture F2;0,00;521,20;;;20250228;;
BQ;Banque;5;20250220;512000;Banque;;;R2;20250220;Virement Brun;2403,60;0,00;;;20250228;;
BQ;Banque;5;20250220;411000;Clients;C2;Brun;R2;20250220;Virement Brun;0,00;2403,60;A;20250220;20250228;;
AC;Achats;6;20250225;607000;Achats;;;A1;20250225;Achat A1;811,00;0,00;;;20250228;;
AC;Achats;6;20250225;445660;TVA déductible;;;A1;20250225;Achat A1;162,20;0,00;;;20250228;;
AC;Achats;6;20250225;401000;Fournisseurs;F1;Papyrus;A1;20250225;Achat A1;0,00;973,20;;;20250228;;
VE;Ventes;7;20250318;411000;Clients;C2;Brun;F3;20250318;Facture F3;4209,60;0,00;;;20250331;;
VE;Ventes;7;20250318;707000;Ventes;;;F3;20250318;Facture F3;0,00;3508,00;;;20250331;;
VE;Ventes;7;20250318;445710;TVA collectée;;;F3;20250318;Facture F3;0,00;701,60;;;20250331;;";

fn table(kind: Kind, headings: &[(Role, &str)], rows: &str) -> Table {
    let column = |(place, (role, heading)): (usize, &(Role, &str))| Column {
        role: *role,
        heading: (*heading).to_owned(),
        cells: rows.lines().map(|row| row.split(';').nth(place).unwrap_or_default().to_owned()).collect(),
    };
    Table {
        kind,
        columns: headings.iter().enumerate().map(column).collect(),
        above: Vec::new(),
        below: Vec::new(),
        delimiter: ';',
        is_quoted: false,
        line_end: "\n",
        encoding: Encoding::Utf8,
        trailing: 0,
        cut: None,
    }
}

fn list() -> Table {
    list_of(LIST)
}

/// The same, of other rows.
pub fn list_of(rows: &str) -> Table {
    let headings = [
        (Role::Number, "N° facture"),
        (Role::Customer, "Client"),
        (Role::Issue, "Date de facture"),
        (Role::Due, "Échéance"),
        (Role::Amount, "Montant TTC"),
        (Role::Settled, "Date de règlement"),
    ];
    table(Kind::List, &headings, rows)
}

fn series() -> Table {
    series_of(SERIES)
}

/// The same, of other rows.
pub fn series_of(rows: &str) -> Table {
    let headings = [
        (Role::Month, "Mois"),
        (Role::Sales, "CA TTC"),
        (Role::Receivables, "Encours clients"),
        (Role::Overdue, "dont échu"),
    ];
    table(Kind::Series, &headings, rows)
}

fn aged() -> Table {
    aged_of(AGED)
}

/// The same, of other rows.
pub fn aged_of(rows: &str) -> Table {
    let headings = [
        (Role::Customer, "Client"),
        (Role::NotDue, "Non échu"),
        (Role::To30, "1-30 jours"),
        (Role::To60, "31-60 jours"),
        (Role::To90, "61-90 jours"),
        (Role::Beyond, "> 90 jours"),
        (Role::Balance, "Solde"),
    ];
    table(Kind::Aged, &headings, rows)
}

fn books() -> Table {
    let headings = [
        (Role::Other, "JournalCode"),
        (Role::Other, "JournalLib"),
        (Role::Other, "EcritureNum"),
        (Role::Day, "EcritureDate"),
        (Role::Account, "CompteNum"),
        (Role::Other, "CompteLib"),
        (Role::Other, "CompAuxNum"),
        (Role::Other, "CompAuxLib"),
        (Role::Other, "PieceRef"),
        (Role::Other, "PieceDate"),
        (Role::Other, "EcritureLib"),
        (Role::Side, "Debit"),
        (Role::Side, "Credit"),
        (Role::Other, "EcritureLet"),
        (Role::Other, "DateLet"),
        (Role::Other, "ValidDate"),
        (Role::Other, "Montantdevise"),
        (Role::Other, "Idevise"),
    ];
    Table { delimiter: '\t', ..table(Kind::Books, &headings, BOOKS) }
}
