//! Made-up electronic invoices in all the forms they come in.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::write::SimpleFileOptions;

/// An invoice, said once; amounts are texts as they shall be written.
#[derive(Clone, Debug)]
pub struct Made {
    pub number: String,
    pub type_code: &'static str,
    pub issued: String,
    pub due: Vec<(String, Option<String>)>,
    pub terms: Option<&'static str>,
    pub seller: (&'static str, &'static str),
    pub buyer: (&'static str, &'static str),
    pub excl: String,
    pub tax: String,
    pub incl: String,
    pub prepaid: Option<String>,
    pub payable: String,
    pub preceding: Option<(String, Option<&'static str>)>,
    pub point: Option<&'static str>,
}

impl Default for Made {
    fn default() -> Self {
        Self {
            number: "F1".into(),
            type_code: "380",
            issued: "2026-01-10".into(),
            due: vec![("2026-02-09".into(), None)],
            terms: None,
            seller: ("Moi SAS", "111111111"),
            buyer: ("Client SA", "222222222"),
            excl: "1000.00".into(),
            tax: "200.00".into(),
            incl: "1200.00".into(),
            prepaid: None,
            payable: "1200.00".into(),
            preceding: None,
            point: None,
        }
    }
}

fn tag(name: &str, value: &str) -> String {
    format!("<{name}>{value}</{name}>")
}

fn plain(day: &str) -> String {
    day.replace('-', "")
}

impl Made {
    /// As UBL, whose elements have these prefixes.
    pub fn ubl(&self) -> String {
        let is_credit = self.type_code == "381";
        let root = if is_credit { "CreditNote" } else { "Invoice" };
        let party = |(name, siren): (&str, &str)| {
            format!(
                "<a:Party><a:PartyTaxScheme><b:CompanyID>FR00{siren}</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme>\
                 <a:PartyLegalEntity><b:RegistrationName>{name}</b:RegistrationName>\
                 <b:CompanyID schemeID=\"0002\">{siren}</b:CompanyID></a:PartyLegalEntity></a:Party>"
            )
        };
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><r:{root} xmlns:r=\"urn:oasis:names:specification:ubl:schema:xsd:{root}-2\" \
             xmlns:a=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" \
             xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\" xmlns:x=\"urn:elsewhere\">\
             <x:PayableAmount>99</x:PayableAmount>"
        );
        text += &tag("b:ID", &self.number);
        text += &tag("b:IssueDate", &self.issued);
        if let ([(day, None)], false) = (self.due.as_slice(), is_credit) {
            text += &tag("b:DueDate", day);
        }
        text += &tag(&format!("b:{root}TypeCode"), self.type_code);
        text += &tag("b:DocumentCurrencyCode", "EUR");
        if let Some(point) = self.point {
            text += &tag("a:InvoicePeriod", &tag("b:DescriptionCode", point));
        }
        if let Some((number, code)) = &self.preceding {
            let code = code.map_or(String::new(), |code| tag("b:DocumentTypeCode", code));
            text += &tag("a:BillingReference", &tag("a:InvoiceDocumentReference", &(tag("b:ID", number) + &code)));
        }
        text += &tag("a:AccountingSupplierParty", &party(self.seller));
        text += &tag("a:AccountingCustomerParty", &party(self.buyer));
        if is_credit && let [(day, None)] = self.due.as_slice() {
            text += &tag("a:PaymentMeans", &tag("b:PaymentDueDate", day));
        }
        for (day, amount) in &self.due {
            if let Some(amount) = amount {
                text += &tag("a:PaymentTerms", &(tag("b:Amount", amount) + &tag("b:PaymentDueDate", day)));
            }
        }
        if let Some(terms) = self.terms {
            text += &tag("a:PaymentTerms", &tag("b:Note", terms));
        }
        let _ = write!(text, "<a:TaxTotal><b:TaxAmount currencyID=\"EUR\">{}</b:TaxAmount></a:TaxTotal>", self.tax);
        let mut totals = tag("b:LineExtensionAmount", &self.excl)
            + &tag("b:TaxExclusiveAmount", &self.excl)
            + &tag("b:TaxInclusiveAmount", &self.incl);
        if let Some(prepaid) = &self.prepaid {
            totals += &tag("b:PrepaidAmount", prepaid);
        }
        totals += &tag("b:PayableAmount", &self.payable);
        text += &tag("a:LegalMonetaryTotal", &totals);
        text += &tag(&format!("a:{root}Line"), &tag("b:LineExtensionAmount", &self.excl));
        let _ = write!(text, "</r:{root}>");
        text
    }

    /// As CII.
    pub fn cii(&self) -> String {
        let date = |day: &str| format!("<u:DateTimeString format=\"102\">{}</u:DateTimeString>", plain(day));
        let party = |name: &str, (own, siren): (&str, &str)| {
            tag(
                &format!("m:{name}"),
                &format!(
                    "<m:Name>{own}</m:Name><m:SpecifiedLegalOrganization><m:ID schemeID=\"0002\">{siren}</m:ID></m:SpecifiedLegalOrganization>\
                     <m:SpecifiedTaxRegistration><m:ID schemeID=\"VA\">FR00{siren}</m:ID></m:SpecifiedTaxRegistration>"
                ),
            )
        };
        let head = tag("m:ID", &self.number)
            + &tag("m:TypeCode", self.type_code)
            + &tag("m:IssueDateTime", &date(&self.issued));
        let line = tag(
            "m:SpecifiedLineTradeSettlement",
            &tag("m:SpecifiedTradeSettlementLineMonetarySummation", &tag("m:LineTotalAmount", &self.excl)),
        );
        let mut settlement = tag("m:InvoiceCurrencyCode", "EUR");
        if let Some(point) = self.point {
            settlement += &tag("m:ApplicableTradeTax", &tag("m:DueDateTypeCode", point));
        }
        for (day, amount) in &self.due {
            let amount = amount.as_ref().map_or(String::new(), |amount| tag("m:PartialPaymentAmount", amount));
            settlement += &tag("m:SpecifiedTradePaymentTerms", &(tag("m:DueDateDateTime", &date(day)) + &amount));
        }
        if let Some(terms) = self.terms {
            settlement += &tag("m:SpecifiedTradePaymentTerms", &tag("m:Description", terms));
        }
        let mut totals = tag("m:LineTotalAmount", &self.excl)
            + &tag("m:TaxBasisTotalAmount", &self.excl)
            + &format!("<m:TaxTotalAmount currencyID=\"EUR\">{}</m:TaxTotalAmount>", self.tax)
            + &tag("m:GrandTotalAmount", &self.incl);
        if let Some(prepaid) = &self.prepaid {
            totals += &tag("m:TotalPrepaidAmount", prepaid);
        }
        totals += &tag("m:DuePayableAmount", &self.payable);
        settlement += &tag("m:SpecifiedTradeSettlementHeaderMonetarySummation", &totals);
        if let Some((number, code)) = &self.preceding {
            let code = code.map_or(String::new(), |code| tag("m:TypeCode", code));
            settlement += &tag("m:InvoiceReferencedDocument", &(tag("m:IssuerAssignedID", number) + &code));
        }
        let transaction = tag("m:IncludedSupplyChainTradeLineItem", &line)
            + &tag(
                "m:ApplicableHeaderTradeAgreement",
                &(party("SellerTradeParty", self.seller) + &party("BuyerTradeParty", self.buyer)),
            )
            + &tag("m:ApplicableHeaderTradeSettlement", &settlement);
        cii_document(&(tag("r:ExchangedDocument", &head) + &tag("r:SupplyChainTradeTransaction", &transaction)))
    }

    /// As a PDF that carries it as CII, with or without its objects in streams.
    pub fn pdf(&self, has_streams: bool) -> Vec<u8> {
        pdf("factur-x.xml", self.cii().as_bytes(), has_streams)
    }
}

/// The root of a CII document around what is in it.
pub fn cii_document(inside: &str) -> String {
    format!(
        "\u{feff}<?xml version='1.0' encoding='UTF-8'?>\n<r:CrossIndustryInvoice xmlns:r=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" \
         xmlns:m=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\" \
         xmlns:u=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">{inside}</r:CrossIndustryInvoice>"
    )
}

/// What is said of a message about an invoice.
pub fn message(number: &str, code: &str, when: &str, cashed: &[&str]) -> String {
    let cashed: String = cashed
        .iter()
        .map(|amount| {
            tag(
                "m:SpecifiedDocumentCharacteristic",
                &format!("<m:TypeCode> MEN </m:TypeCode><m:ValueAmount currencyID=\"EUR\">{amount}</m:ValueAmount>"),
            )
        })
        .collect();
    format!(
        "<r:CrossDomainAcknowledgementAndResponse \
         xmlns:r=\"urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100\" \
         xmlns:m=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\" \
         xmlns:u=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\"><r:AcknowledgementDocument><m:TypeCode>23</m:TypeCode>\
         <m:IssueDateTime><u:DateTimeString format=\"204\">{when}</u:DateTimeString></m:IssueDateTime><m:ReferenceReferencedDocument>\
         <m:IssuerAssignedID>{number}</m:IssuerAssignedID><m:ProcessConditionCode>{code}</m:ProcessConditionCode>\
         <m:IssuerTradeParty><m:GlobalID schemeID=\"0002\">111111111</m:GlobalID></m:IssuerTradeParty>\
         <m:SpecifiedDocumentStatus>{cashed}</m:SpecifiedDocumentStatus>\
         </m:ReferenceReferencedDocument></r:AcknowledgementDocument></r:CrossDomainAcknowledgementAndResponse>"
    )
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// A PDF with one file attached, under a tree of names.
pub fn pdf(name: &str, content: &[u8], has_streams: bool) -> Vec<u8> {
    let packed = deflated(content);
    let mut text = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let objects = [
        (1, "<</Type/Catalog/Names<</EmbeddedFiles<</Kids[2 0 R]>>>>>>".to_owned()),
        (2, format!("<</Limits[({name})({name})]/Names[({name}) 3 0 R]>>")),
        (3, format!("<</Type/Filespec/F({name})/UF({name})/EF<</F 4 0 R>>>>")),
    ];
    if has_streams {
        let (mut head, mut body) = (String::new(), String::new());
        for (number, object) in &objects {
            let _ = write!(head, "{number} {} ", body.len());
            body += object;
            body.push(' ');
        }
        let stream = deflated(format!("{head}{body}").as_bytes());
        let first = head.len();
        let length = stream.len();
        let _ =
            write!(text, "9 0 obj <</Type/ObjStm/N 3/First {first}/Filter/FlateDecode/Length {length}>>\nstream\r\n");
        text.extend_from_slice(&stream);
        text.extend_from_slice(b"\nendstream endobj\n");
    } else {
        for (number, object) in &objects {
            let _ = write!(text, "{number} 0 obj\n{object}\nendobj\n");
        }
    }
    let _ = write!(
        text,
        "4 0 obj\n<</Type/EmbeddedFile/Subtype/text#2Fxml/Filter[/FlateDecode]/Length {}>>\nstream\n",
        packed.len()
    );
    text.extend_from_slice(&packed);
    text.extend_from_slice(b"\nendstream\nendobj\n%%EOF\n");
    text
}

/// An archive of files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a new file");
        archive.write_all(content).expect("memory takes it");
    }
    archive.finish().expect("a whole archive").into_inner()
}
