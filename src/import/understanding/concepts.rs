//! What the words of a heading speak of: stems in six languages, each for one idea. A new heading word is added here,
//! once, and serves every role.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::import::words::normalize;

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident: $stems:literal,)*) => {
        /// One idea that a heading may speak of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Concept {
            $($(#[$doc])* $name,)*
        }

        /// The stems of each concept: words that follow each other, where `*` stands for any letters.
        const STEMS: &[(Concept, &str)] = &[$((Concept::$name, $stems),)*];
    };
}

concepts! {
    /// A day.
    Date: "date, dates, dat, *datum, fecha, data, dia, day, jour, created, issued, dated, le, on, at, dt, emise, emis",
    /// The making of a document.
    Issue: "factur*, *factuur*, invoice*, inv, emis*, emission, issu*, *rechnung*, ausgestellt*, *beleg*, piece*, doc, docs, *dokument*, document*, \
            posting, transaction*, buchung*, faktu*, fattura*, fatture, billing, bill, billed, creat*, creacion, ecriture*, voucher*, trans, trx, \
            boek*, registrazione, comptable, comptabilisation, operation*, expedicion, emesso, baseline, dated",
    /// The day something is due.
    Due: "echeance*, ech, due, limite, avant le, avant, uiterste, pay by, receive by, exigib*, *fallig*, scad, scad*, vencim*, vence*, scaden*, *verval*, maturity, netfall*, \
          zahlbar*, betaaltermijn, zahlungsziel, deadline, vto, vcto, venc, vencto, fall, faell, frist, verv, entro il, expiry, eche, \
          zahlungsfrist",
    /// A limit in time.
    TimeLimit: "limite, dead line, deadline, avant le, avant, uiterste, pay by, receive by",
    /// Payment.
    Pay: "reg, regl*, pai*, paye*, paid, payment*, pay, settle*, clear*, encaiss*, closed, clotur*, *zahl*, pag*, cobr*, *betaa*, *betal*, rapproch*, saldad*, saldat*, \
          incass*, *ausgleich*, *ausgegl*, acquitt*, solde le, soldee le, remittance, collected, collection, received, recu, recus, recue, versement*, verse, verses, virement*, \
          recebido, riscoss*, ontvang*, ontvangen, bezahlt*, honore*",
    /// Foresight.
    Planned: "prevu*, previs*, prevision*, expected, planned, promis*, forecast*, predict*, attendu*, estim*, prognos*, erwartet*, theori*, souhait*, previst*, \
              geplant*, verwacht*, scheduled, anticipated, probable, cible",
    /// The way something is done.
    Mode: "mode, moyen*, condition*, term, terms, method*, type, forme, form, bedingung*, *bedingung*, *bedingungen, metodo, forma, wijze, art, termini, condizion*, modalite*, methode, \
           *voorwaarde*, *conditie*, plazo*, betalingstermijn*, zahlweg*, zahlungsweg*, betaalwijze",
    /// An amount of money.
    Amount: "montant*, mnt, mt, amount*, amt, total*, *betrag*, betraege, importe, importo, *bedrag, value, *summe*, valeur*, somme*, sum, sume, *wert, valor, invoiced, \
             billed, suma, waarde, mtt",
    /// Tax included.
    Incl: "ttc, incl*, inc, brutto*, gross, tti, tvac, *brutto",
    /// Tax excluded.
    Excl: "ht, excl*, untaxed, subtotal, sub total, sous total, netto*, base, imponib*, htva, sans taxe, net of tax, ex vat, ex tax, *netto, taxable",
    /// The tax.
    Tax: "tva, vat, tax, taxe, taxes, iva, *mwst*, btw, ust, *umsatzsteuer*, *steuer, gst, igic, imposta, impuesto*, taxtotal",
    /// What is left to pay.
    Open: "reste*, solde, soldes, balance, balances, outstanding, open, ouvert*, remaining, restant*, rest, *offen*, saldo*, residu*, pendiente*, *openstaa*, unpaid, impaye*, encours, \
           amount due, montant du, total due, du, due, non regle*, non paye*, a encaisser, a regler, a payer, abiert*, apert*, owing, owed, unsettled, unbezahlt*, impagad*, non pagat*, onbetaald*, \
           insolut*, da incassare, deuda, dovut*, dette, restante, non solde*, en attente, posten, inescuss*, adeud*, non lettre*, a cobrar, no cobrad*, pte, pdte, ptes, non incassat*, non riscoss*, non encaiss*, non percu*, a percevoir, not collected, uncollected, not received, not paid, niet betaald, \
           niet ontvangen, nicht bezahlt*, nicht beglichen*, o s, os amount, os amt, os balance, bal, *restbetrag*, op betrag, *restforderung*, ausstehend*, *aussenstand*, rap, r a p, reliquat*, resto, da saldare, rimanenza",
    /// A balance carried from row to row.
    Running: "running, progressi*, cumul*, ytd, kumulier*, acumulad*, year to date, cumulat*, laufend*, corrente",
    /// A sum over the months before, moved on every month.
    Rolling: "glissant*, roulant*, rolling, trailing, ttm, ltm, l12m, r12m, mobil*, gleitend*, rollierend*, scorrevol*, voortschrijdend*",
    /// A customer, or its name.
    Client: "client*, customer*, *kunde*, *debitor*, *debiteur*, bill to, party, sold to, cliente*, *klant*, *tiers, partner*, partenaire*, contact*, acheteur*, buyer*, societe*, company*, \
             raison sociale, nom, name, intitule*, destinataire*, assignment, account name, deudor*, razon social, ragione, debtor*, relatie*, abonne*, adherent*, donneur d ordre, firma, \
             azienda, empresa, nombre, naam, denomination, payer, account holder, compte tiers, entreprise, enseigne, client sold to, billed to, invoiced to, maitre d ouvrage, *geschaftspartner*, *geschaeftspartner*, rechnungsempfanger, rechnungsempfaenger, \
             denominazione, nome, intestatario, nominativo, titular, bedrijf*, afnemer*, organisati*, organizati*",
    /// A deduction.
    Deduct: "acompte*, retenue*, escompte*, remise*, discount*, deposit*, withh*, rabais, avoir*, credit note*, *skonto*, anticip*, adjust*, write off*, ecart*, credits applied, credit applied, garantie, \
             rabatt, descuento, sconto, korting, retencion*, ritenut*, retention*, advance*, avance*, frais, fee, fees, arrhes, cautionnement, anzahlung*, reprise, imputation*, impute*",
    /// Who pays, which is no payment.
    Payer: "payeur*, payer, payers, pagador*, pagatore*, betaler*, zahler*, regleur*",
    /// A day until which something else is to be done.
    OtherDeadline: "activity*, activite*, actividad*, attivita*, aktivitat*, aktivitaet*, escompte*, discount*, skonto*, sconto, descuento*, korting*, relance*, claim*, reclam*, rappel*, reminder*, mahn*, dunning, \
                    task*, tache*, litig*, disput*",
    /// Money that a document was written in and that ours is not.
    Foreign: "devise*, currency, foreign, original currency, *wahrung*, *waehrung*, moneda, valuta, fremd*, cur, divisa",
    /// Our own money.
    BaseCurrency: "local, interne, company cur*, euro, euros, eur, converted, contrevaleur*, home currency, functional, base cur*, hauswahrung, hauswaehrung, lokal*",
    /// A number of things.
    Count: "nb, nbre, nombre, count, quantit*, qty, qte, *anzahl, numero de factures, number of, num of, no of, num factures, stuck, menge, cantidad, aantal, # of",
    /// A limit of credit.
    CreditLimit: "autoris*, plafond*, limit*, assur*, versichert*, asegurad*, assicurat*, verzekerd*, insured, garanti, garantis, couvert*, credit line, ligne de credit, kreditlimit, limite accord*, cover*, agree*, authorised, authorized, kredietlimiet, fido, agrement",
    /// A rate.
    Rate: "taux, rate, %, kurs, cours, pourcent*, percent*, pct, tasso, tasa, tipo iva, tipo de cambio, koers, prozent",
    /// A price of one thing.
    Price: "prix, price, unit*, item*, commission*, frais, fee, fees, finance*, cout*, cost*, *preis, precio*, prezzo, prijs, line, ligne, unitaire, pu",
    /// A number of days.
    Days: "jours, days, tage, age, retard, late, delai*, dias, giorni, dagen, jrs, anciennete, age en jours, aging days, arrears after, arrears by, since, seit, depuis, desde, sinds",
    /// A number that names something.
    Number: "numero*, no, number*, num, ref, refs, *nummer*, id, #, nr, piece*, reference*, numer*, code, codes, identifiant*, folio, cle, key, serie, *referenz*, *kenmerk*, betaalref, rif, clearing document*, clearing doc, ausgleichsbeleg*, payment run*, zahllauf*, n paiement*, n pagament*, n pago*, n cobro*, n regl*, n incass*, n virement*, n cheque*",
    /// An invoice, or another document.
    Invoice: "factur*, *factuur*, invoice*, *rechnung*, *beleg*, fattura*, faktu*, doc, docs, document*, piece*, inv, voucher*, transaction*, bill, trx, facture, boekstuk*, recibo, dokument*, numero, number, num",
    /// Anything else that has a number.
    OtherReference: "paiement*, payment*, po, order*, commande*, customer*, client*, entry, ligne*, line*, item*, compte*, account*, siret, siren, vat, tva, journal*, phone, tel, interne, contact*, projet*, project*, \
                     *kunde*, *debitor*, cliente*, *klant*, relatie*, postal*, zip, cp, telephone, fax, iban, bank*, banque*, cheque*, check, contrat*, contract*, pedido*, bestell*, auftrag*, devis, quote*, batch, lot, \
                     origine, tiers, fournisseur*, supplier*, vendor*, siege, d origine, origin, rapprochement, lettrage, vendeur*, salesperson, commercial*, iva, nif, cif, partita, belegfeld 2",
    /// The state of a document.
    Status: "statut*, *status, etat*, state, estado*, stato, situation, situacion, paid, paye*, regl*, acquitt*, *bezahlt, open, pagad*, pagat*, solde, soldee, avancement, stade, betaald, open posten, cobrad*, vereffend",
    /// A dispute.
    Disputed: "litig*, disput*, contest*, reklam*, strittig*, controvers*, reclam*, betwist*, in dispute, query, queries",
    /// What was handed over to a factor.
    Factored: "cede, cedee, cedes, cedees, cession*, affactur*, factor, factored, factoring, factorise*, mobilise*, mobilisation*, subroge*, dailly, abgetreten*, zediert*, factorizad*, cedid*, ceduto, ceduta, ceduti, cedute",
    /// What sort of document.
    Kind: "type, types, class, classe, art, nature, tipo*, soort*, categor*, typ, kind, *typ, *art, doctype",
    /// A currency by name.
    Currency: "devise*, monnaie*, currency, *wahrung, *waehrung, wkz, moneda, valuta, lcurr, curr, divisa*, ccy, cur, munt",
    /// A month.
    Month: "mois, month*, periode*, period*, monat*, mes, mese, maand*, fin de mois, cloture, date, quarter, trimestre*, jour, fecha, datum, etiquettes de lignes, row labels, fiscal period, month end, mois annee, annee mois",
    /// A quarter.
    Quarter: "trimestre*, trim, quarter*, quartal*, kwartaal*, qtr",
    /// A year.
    Year: "annee*, year*, jahr*, ano, anno, jaar*, exercice, fy",
    /// A week.
    Week: "semaine*, week*, woche*, kw, semana*, settiman*",
    /// Sales.
    Sales: "ca, chiffre d affaires, vente*, sales, revenue*, turnover, facturation*, facture, facturado, *umsatz*, ventas, fatturato, omzet, vendite, invoiced, facturacion, billings, produits, prestations, factures emises, honoraires, ingresos, cifra de negocio*, erlose, erloese, ricavi, facturatie, verkopen, verkoop, vendas, faturacao, faturamento, chiffre affaires, gross sales",
    /// What customers owe.
    Receivable: "encours*, creance*, receivable*, ar, a r, debtors, solde client*, solde, poste client*, *forderung*, clientes, crediti, *debiteuren, *debitoren, clients, customers, closing debt*, ending, cuentas por cobrar, deudores, outstanding, cuentas a cobrar, client balance*, compte client*, comptes clients, compte 411*, comptes 411*, clienti, contas a receber, *debiteurensaldo*, credit clients, trade debtors, saldo clientes, vorderingen, crediti verso clienti, soldes clients, closing ar, in essere",
    /// What is late of it.
    Overdue: "echu, echus, echue, echues, retard*, overdue, past due, *uberfallig*, *ueberfallig*, vencid*, scadut*, vervallen, late, en souffrance, impaye*, impayes, achterstallig, moroso*",
    /// Purchases.
    Purchase: "achat*, purchase*, einkauf*, compras, acquisti, inkoop*, *einkauf, aankopen, wareneinsatz",
    /// Inventory.
    Inventory: "stock*, inventor*, lager*, existencias, magazzino, voorraad*, rimanenze, vorrate, vorraete, inventaire",
    /// Suppliers, and what is owed to them.
    Supplier: "fournisseur*, payable, payables, supplier*, vendor*, creditor*, *kreditor*, proveedor*, fornitor*, leverancier*, dette, dettes, ap, a p, verbindlichkeit*, crediteuren, *lieferant*, acreedor*, debiti",
    /// What was sold cost.
    CostOfSales: "cout des ventes, cost of sales, cost of goods, cogs, cout d achat, cout des marchandises, herstellungskosten, coste de ventas, costo del venduto, cost of revenue, kostprijs",
    /// A plan.
    Budget: "budget*, *budget, forecast*, previs*, prevision*, prevu*, plan, *plan, planumsatz*, planzahl*, planwert*, planned, planung, target*, objectif*, cible*, soll, presupuesto*, begroting, prognos*, estime*",
    /// What was before.
    Prior: "n 1, precedent*, last year, prior, previous, vorjahr*, anterieur*, anterior*, ly, py, n 2, an dernier, annee precedente, vorig*, scorso",
    /// Debits.
    Debit: "debit*, soll, debe, dare, dr, debet, cargo*",
    /// Credits.
    Credit: "credit, credits, haben, haber, avere, cr, crediteur, abono*, abonos",
    /// A side in a column of its own.
    Side: "sens, d c, soll haben, dc, *kennzeichen, direction, debit credit, dr cr, s h, dr or cr, debit or credit, d h, signe, sign",
    /// An account.
    Account: "compte*, account*, acct, cpt, konto*, *konto, cuenta*, conto, rekening*, *rekening",
    /// A counterpart.
    Counterpart: "contrepartie, gegenkonto, counter*, contrapartida, contropartita, tegenrekening, offset*",
    /// An account of a third party.
    Auxiliary: "aux, auxiliaire*, auxiliary, tiers",
    /// A journal.
    Journal: "journal*, jnl, jrnl, dagboek, diario, giornale",
    /// An accounting entry.
    Entry: "ecriture*, entry, entries, mouvement*, movement*, asiento*, boeking*",
    /// A text.
    Label: "libelle*, lib, label*, description*, subject, text*, memo*, objet, *text, concepto*, descrizione, omschrijving, motif*, designation*, narration, prestation*, details, commentaire*, comment*, note, notes, remark*, observation*, object",
    /// What settles each other.
    Letter: "lettr*, let, matching, match, rapprochement, punteggio, punteo, afpunt*, ausziffer*",
    /// Settled, said of a balance that is none any more.
    Settling: "saldo, solde, soldee, saldad*, saldat*",
    /// A picture of one day.
    Snapshot: "arrete*, snapshot*, extract*, extraction, report date, as of, as at, au, stichtag*, closing date, balance date, date de situation, situation, as of date, data estrazione, peildatum",
    /// A date that says nothing of payment.
    StatusDate: "statut, status, relance*, reminder*, export*, print*, edit*, modif*, updated, update, valid*, saisie, last modified, dunning, mahn*, livraison*, delivery, delivered, service, commande*, order*, promesse*, rappel*, start, end, debut, fin, contrat, insert*",
    /// A credit note.
    CreditNote: "avoir*, returns, retours, rrr, retouren, devoluciones, resi, credit note*, credit memo*, gutschrift*, abono*, nota di credito, creditnota*, note de credit",
    /// An average.
    Average: "moyen*, average, mean, avg, durchschnitt*, medio, media, gemiddeld*",
    /// Less something.
    Net: "net",
    /// To be paid.
    ToPay: "topay",
    /// Before deductions.
    Brut: "brut, brute, before discount, bruts",
    /// A part of an invoice.
    Instalment: "echeance*, instal*, part, tranche*, rate, cuota*, rata, termijn*",
    /// Something else.
    Other: "autre*, other*, divers*, sonstige*, otros, altri, overige",
    /// As it was at first.
    Original: "original, initial*, d origine, origine, ursprung*, originalbetrag, oorspronk*, iniziale, inicial",
    /// What no figure needs.
    Unused: "telephone*, phone*, mail*, email, commercial*, sales person, salesperson, vendeur*, region*, ville, city, pays, country, adresse*, address*, secteur*, zone, agence*, territory, group, groupe*, representant*, relance*",
    /// A part of a group.
    Entity: "entite*, entity, societe*, company, filiale*, subsidiary, agence*, site, etablissement*, business unit, bu, region*, country, pays, branch*, niederlassung, sede, sucursal, vestiging, magasin*",
    /// Actual, budget or forecast.
    Version: "scenario*, version*, type, nature, statut*, status, data type, kind, category",
    /// What is owed at the start of a month.
    Opening: "debut*, opening, ouverture, initial*, beginning, anfang*, inicial*, iniziale, begin*, start*, d ouverture",
    /// What is owed at its end.
    Closing: "fin, closing, cloture, final*, ending, end, ende, schluss*, cierre, finale, eind*",
    /// A day that takes the place of another.
    PutOff: "report*, prorog*, prolong*, revise*, revised, new, nouvelle, nouveau, neue, neues, verlanger*, aplaz*, prorrog*, uitgesteld*, extended, extension, differe*, negociee, renegociee, decalee, rescheduled",
    /// The way a document goes out, which says nothing of what it is or became.
    Sending: "email*, mail*, e mail, print*, delivery, livraison*, envoi*, sent, versand*, shipping, tracking",
    /// Leave to do something.
    Permission: "allow*, enable*, accept*, eligible, online, can",
    /// The day a record was made in a program, if another day is that of the document.
    Recorded: "created, creation, creat*, synced, inserted",
    /// The day an entry was made final.
    Validity: "valid*",
    /// What figures are split by.
    Segment: "commercial*, vendeu*, representant*, rep, reps, sales rep*, salesperson, sales person, salesman, seller, account manager*, account owner, owner, responsable*, gestionnaire*, \
              charge d affaires, charge de clientele, charge de compte, charge de recouvrement, agent, agente, agenten, agence*, branch*, filiale*, subsidiary, subsidiaries, entite*, entity, business unit*, bu, division*, \
              departement*, department*, dept, service, services, region*, regio, zone*, zona*, territoire*, territor*, secteur*, sector*, segment*, canal, channel*, pays, country, countries, site, sites, etablissement*, \
              marque, brand*, groupe, groupes, group, groups, key account*, grand compte, grands comptes, famille*, family, categorie*, category, type client*, type de client*, customer type*, client type*, customer group*, \
              client group*, customer class, activite*, activity, gamme, equipe*, team*, centre de cout*, cost center*, cost centre*, centre de profit, profit center*, profit centre*, maison mere, parent company, \
              vertreter, vertrieb*, verkaufer*, verkaeufer*, gebiet*, niederlassung*, land, lander, kundengruppe*, kundentyp, kostenstelle, sparte, bereich, abteilung, comercial*, delegacion*, pais, vendedor*, grupo*, \
              venditor*, paese, gruppo*, vertegenwoordiger*, verkoper*, vestiging*, afdeling*, groep*, recouvreur, collector, credit controller",
}

/// Which concepts a heading speaks of, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concepts(u128);

impl Concepts {
    /// Does it speak of this one?
    #[must_use]
    pub const fn has(self, concept: Concept) -> bool {
        self.0 & bit(concept) != 0
    }

    /// Does it speak of any of these?
    #[must_use]
    pub fn has_any(self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Does it speak of nothing known?
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[expect(clippy::as_conversions, reason = "an enum without fields has no other conversion")]
const fn bit(concept: Concept) -> u128 {
    1 << (concept as u32)
}

/// A heading as words, with phrases that say something together made one word, and the concepts they speak of.
#[must_use]
pub fn of(heading: &str) -> (String, Concepts) {
    let words = phrased(&normalize(heading));
    let tokens: Vec<&str> = words.split(' ').filter(|token| !token.is_empty()).collect();
    let stems = STEMS_BY_START.get_or_init(Stems::new);
    let concepts = (0..tokens.len()).fold(0, |all, at| all | stems.spoken_of(tokens.get(at..).unwrap_or_default()));
    (words, Concepts(concepts))
}

/// A stem: its words, and the concept it speaks of.
type Stem = (&'static str, u128);

/// The stems by how their first word starts, so that a word is held against few of them.
struct Stems {
    /// Whole words, as far as the first one goes.
    whole: FxHashMap<&'static str, Vec<Stem>>,
    /// Starts of words, by their first letter.
    starts: FxHashMap<u8, Vec<Stem>>,
    /// Ends and middles of words.
    others: Vec<Stem>,
}

static STEMS_BY_START: OnceLock<Stems> = OnceLock::new();

impl Stems {
    fn new() -> Self {
        let mut stems = Self { whole: FxHashMap::default(), starts: FxHashMap::default(), others: Vec::new() };
        for (concept, list) in STEMS {
            for stem in list.split(',').map(str::trim) {
                let first = stem.split(' ').next().unwrap_or(stem);
                let stem = (stem, bit(*concept));
                match (first.strip_prefix('*'), first.strip_suffix('*')) {
                    (None, None) => stems.whole.entry(first).or_default().push(stem),
                    (None, Some(start)) => {
                        stems.starts.entry(start.bytes().next().unwrap_or(0)).or_default().push(stem);
                    }
                    _ => stems.others.push(stem),
                }
            }
        }
        stems
    }

    /// The concepts that words speak of from the first of them on.
    fn spoken_of(&self, tokens: &[&str]) -> u128 {
        let Some(first) = tokens.first() else { return 0 };
        let whole = self.whole.get(first).into_iter().flatten();
        let starts = first.bytes().next().and_then(|letter| self.starts.get(&letter)).into_iter().flatten();
        let all = whole.chain(starts).chain(&self.others);
        all.filter(|(stem, _)| begins(tokens, stem)).fold(0, |all, (_, concept)| all | concept)
    }
}

/// Do the words begin with those of a stem?
fn begins(tokens: &[&str], stem: &str) -> bool {
    let mut tokens = tokens.iter();
    stem.split(' ').all(|word| tokens.next().is_some_and(|token| fits(token, word)))
}

/// Does a word fit, `*` at either end standing for any letters?
fn fits(token: &str, word: &str) -> bool {
    match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (None, None) => token == word,
        (Some(end), None) => token.ends_with(end),
        (None, Some(start)) => token.starts_with(start),
        (Some(rest), Some(_)) => token.contains(rest.strip_suffix('*').unwrap_or(rest)),
    }
}

/// Phrases that mean something else than their words, and the word that stands for them.
const PHRASES: [(&str, &str); 19] = [
    // Not the course of a currency.
    ("encours client", "en cours client, en cours clients"),
    (
        "ttc",
        "incl vat, incl tax, including vat, including tax, inc vat, inc tax, incl tva, tva incluse, tva comprise, toutes taxes comprises, toutes taxes, vat included, tax included, taxes included, \
             taxes comprises, avec tva, inkl mwst, mit mwst, inkl ust, con iva, iva incluido, iva incluida, iva inc, iva incl, iva inclusa, iva compresa, incl btw, inclusief btw, inc gst, incl gst, including taxes, incl taxes",
    ),
    (
        "ht",
        "excl vat, excl tax, excluding vat, excluding tax, ex vat, ex tax, before tax, without tax, without vat, hors taxes, hors taxe, hors tva, sans tva, ohne mwst, exkl mwst, ohne ust, sin iva, excl btw, \
            exclusief btw, senza iva, iva esclusa, pretax, pre tax, net of tax, net of vat, excl tva, excl taxes, before vat, excl gst, h t",
    ),
    ("ttc", "t t c"),
    (
        "local",
        "devise interne, devise locale, devise societe, devise de base, devise de tenue, devise de reference, local currency, local cur, company currency, company code currency, home currency, base currency, functional currency, loc cur, loc curr, loc crcy, local crcy, lc amount, \
               contre valeur en euros, contre valeur eur, contre valeur euro, contre valeur, contrevaleur, c valeur, hauswahrung, hauswaehrung, moneda local, valuta locale, reporting currency",
    ),
    ("reste", "a encaisser, a recevoir, por cobrar, da incassare, to collect, te ontvangen"),
    ("acompte", "anzahlung, anzahlungen"),
    (
        "echeance",
        "du le, due le, dus le, dues le, payable le, fallig am, zahlbar bis, zahlbar am, payable by, payment due by, payment due on, pay before, te betalen voor, betalen voor, zu zahlen bis, da pagare entro, a pagar antes de",
    ),
    (
        "topay",
        "netto a pagare, netto da pagare, netto zu zahlen, netto te betalen, neto a pagar, zahlbetrag, zahlungsbetrag, a payer, a pagare, a regler, a pagar, da pagare, por pagar, to pay, to be paid, payable, te betalen, zu zahlen, zu zahlender",
    ),
    ("ttc", "grand total, total general, general total, total document, totale documento, gesamtbetrag, totaal bedrag"),
    ("n 1", "n moins 1, annee n 1, exercice n 1"),
    ("contrepartie", "compte contrepartie, compte de contrepartie"),
    ("encours ttc", "encours clients ttc"),
    ("cumul", "year to date"),
    (
        "glissant",
        "sur 12 mois, 12 derniers mois, douze derniers mois, last 12 months, last twelve months, past 12 months, over 12 months, letzte 12 monate, letzten 12 monate, ultimos 12 meses, ultimi 12 mesi, laatste 12 maanden, ca 12 mois, ventes 12 mois, sales 12 months, 12 months sales, 12m sales, window sales",
    ),
    ("mois", "mm aaaa"),
    // An article, not what is owed.
    ("nom", "nom du, nom de la, nom des"),
    ("code", "code du, numero du, identifiant du"),
    ("client", "client facture, clients factures, tiers facture, client a facturer, client livre"),
];

/// The words of a heading with those that programs write together taken apart, and phrases replaced by the word for
/// them.
fn phrased(words: &str) -> String {
    let apart: Vec<String> = words.split(' ').map(apart).collect();
    let mut text = apart.join(" ");
    for (word, phrases) in PHRASES {
        for phrase in phrases.split(',').map(str::trim) {
            if crate::import::words::has_words(&text, phrase) {
                text = replaced(&text, phrase, word);
            }
        }
    }
    text
}

fn replaced(text: &str, phrase: &str, word: &str) -> String {
    let padded = format!(" {text} ").replace(&format!(" {phrase} "), &format!(" {word} "));
    padded.trim().to_owned()
}

/// Words that programs write without a space between them.
const PARTS: &str = "due date dates invoice inv doc document num number no paid payment amount amt total customer client cust open balance posting clearing currency code issue order type status facture echeance montant \
                     numero ref reglement account label description sales tax net gross remaining original month year period created updated closed bill cheque journal entry credit debit memo class term terms name id \
                     lib compte ecriture aux piece valid let comp ttc ht outstanding solde reste value receivable receivables cleared settled line lines unit item sum subtotal contact company group";

/// `duedate` as `due date`, where both halves are known; three parts at most.
fn apart(word: &str) -> String {
    let is_part = |part: &str| PARTS.split(' ').any(|known| known == part);
    if !(6..=40).contains(&word.len()) || !word.is_ascii() || is_part(word) {
        return word.to_owned();
    }
    for at in 2..word.len() - 1 {
        let (first, rest) = word.split_at(at);
        if is_part(first) && is_part(rest) {
            return format!("{first} {rest}");
        }
    }
    for at in 3..word.len() - 3 {
        let (first, rest) = word.split_at(at);
        if !is_part(first) {
            continue;
        }
        let tail = apart(rest);
        if tail.contains(' ') {
            return format!("{first} {tail}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter of it could begin a word of those that programs write together.
    #[test]
    fn a_heading_without_end_is_no_work() {
        let (words, concepts) = of(&"oe".repeat(120));
        assert_eq!(words.len(), 240);
        assert!(concepts.is_empty());
    }

    #[test]
    fn headings_speak_of_what_they_say() {
        use Concept::{Amount, Client, Date, Due, Excl, Incl, Issue, Mode, Open, Pay, Planned, Tax, ToPay};
        let cases: [(&str, &[Concept], &[Concept]); 12] = [
            ("Date limite règlement", &[Date, Due, Pay], &[Amount]),
            ("Conditions de règlement", &[Mode, Pay], &[Date, Amount]),
            ("Date de règlement prévue", &[Date, Pay, Planned], &[Due]),
            ("Montant TVA", &[Amount, Tax], &[Incl]),
            ("Total incl. VAT", &[Amount, Incl], &[Tax]),
            ("Net à payer", &[ToPay], &[Pay]),
            ("DUEDATE", &[Due, Date], &[]),
            ("InvoiceAmountDue", &[Amount, Open, Due], &[Pay]),
            ("Encours HT", &[Open, Excl], &[Incl]),
            ("Rechnungsdatum", &[Date, Issue], &[Amount]),
            ("Kundenname", &[Client], &[Amount]),
            ("Fecha de vencimiento", &[Date, Due], &[Pay]),
        ];
        for (heading, spoken_of, not) in cases {
            let (words, concepts) = of(heading);
            for concept in spoken_of {
                assert!(concepts.has(*concept), "{heading} ({words}): {concept:?}");
            }
            for concept in not {
                assert!(!concepts.has(*concept), "{heading} ({words}): not {concept:?}");
            }
        }
    }
}
