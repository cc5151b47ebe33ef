import { deflateSync } from 'node:zlib';

/** The company whose sales these are. */
export const own = { name: 'Atelier du Lac SAS', siren: '732829320' };

/** An invoice that was made up. */
export interface MadeInvoice {
  number: string;
  issued: string;
  due: string;
  /** Tax included, in cents. */
  cents: number;
  seller?: { name: string; siren: string };
  buyer: { name: string; siren: string };
}

const compact = (day: string): string => day.replaceAll('-', '');
const euros = (cents: number): string => (cents / 100).toFixed(2);

/** It as CII, with VAT that falls due when it is paid. */
export function cii({ number, issued, due, cents, buyer, seller = own }: MadeInvoice): string {
  const tax = Math.round(cents / 6);
  const party = ({ name, siren }: typeof own) =>
    `<ram:Name>${name}</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">${siren}</ram:ID></ram:SpecifiedLegalOrganization>`;
  const day = (text: string) =>
    `<udt:DateTimeString format="102">${compact(text)}</udt:DateTimeString>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${day(issued)}</ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>${party(seller)}</ram:SellerTradeParty><ram:BuyerTradeParty>${party(buyer)}</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:ApplicableTradeTax><ram:DueDateTypeCode>72</ram:DueDateTypeCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${day(due)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>${euros(cents - tax)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${euros(tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${euros(cents)}</ram:GrandTotalAmount><ram:DuePayableAmount>${euros(cents)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}

/** A PDF with an XML in it, as Factur-X has it. */
export function facturX(xml: string): Buffer {
  const content = deflateSync(xml);
  const objects = [
    '<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(factur-x.xml) 2 0 R] >> >> >>',
    '<< /Type /Filespec /UF (factur-x.xml) /EF << /F 3 0 R >> >>',
    `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${String(content.length)} >>\nstream\n`,
  ].map((text) => Buffer.from(text));
  objects[2] = Buffer.concat([objects[2] ?? Buffer.of(), content, Buffer.from('\nendstream')]);
  const numbered = objects.flatMap((object, at) => [
    Buffer.from(`${String(at + 1)} 0 obj\n`),
    object,
    Buffer.from('\nendobj\n'),
  ]);
  const trailer = Buffer.from('trailer << /Root 1 0 R >>\n%%EOF');
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...numbered, trailer]);
}

/** The message that an invoice was cashed on a day, all of it. */
export function cashed({ number, issued, cents }: MadeInvoice, day: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">
<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString format="204">${compact(day)}120000</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:AcknowledgementDocument><ram:TypeCode>23</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="204">${compact(day)}120000</udt:DateTimeString></ram:IssueDateTime><ram:ReferenceReferencedDocument><ram:IssuerAssignedID>${number}</ram:IssuerAssignedID><ram:TypeCode>380</ram:TypeCode><ram:FormattedIssueDateTime><qdt:DateTimeString format="102">${compact(issued)}</qdt:DateTimeString></ram:FormattedIssueDateTime><ram:ProcessConditionCode>212</ram:ProcessConditionCode>
<ram:IssuerTradeParty><ram:GlobalID schemeID="0002">${own.siren}</ram:GlobalID></ram:IssuerTradeParty>
<ram:SpecifiedDocumentStatus><ram:SpecifiedDocumentCharacteristic><ram:TypeCode>MEN</ram:TypeCode><ram:ValueAmount currencyID="EUR">${euros(cents)}</ram:ValueAmount></ram:SpecifiedDocumentCharacteristic></ram:SpecifiedDocumentStatus>
</ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument></rsm:CrossDomainAcknowledgementAndResponse>`;
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a company of 23 customers exports at the end of January 2026, and what it comes to. */
export interface MadeExport {
  /** By path. */
  files: Map<string, Buffer>;
  sales: MadeInvoice[];
  /** What is owed on the last day of 2025, and of it what is overdue, in cents. */
  owed: number;
  overdue: number;
}

/** `count` invoices as Factur-X over the thirteen months from January 2025, each with its message once it is cashed, and some purchases. */
export function madeExport(count: number, hasMessages = true): MadeExport {
  const [end, asOf] = ['2026-01-31', '2025-12-31'];
  const made: MadeExport = { files: new Map(), sales: [], owed: 0, overdue: 0 };
  for (let at = 0; at < count; at += 1) {
    const issued = daysAfter('2025-01-02', Math.floor((at * 390) / count));
    const invoice: MadeInvoice = {
      number: `F-${String(at + 1).padStart(5, '0')}`,
      issued,
      due: daysAfter(issued, [30, 45, 60][at % 3] ?? 30),
      cents: 60_000 + ((at * 7_919) % 500_000),
      buyer: { name: `Client ${String(at % 23)}`, siren: String(500_000_000 + (at % 23)) },
    };
    made.sales.push(invoice);
    made.files.set(`factures/${invoice.number}.pdf`, facturX(cii(invoice)));
    const paid = daysAfter(invoice.due, ((at * 13) % 45) - 5);
    if (paid <= end && hasMessages)
      made.files.set(`statuts/${invoice.number}.xml`, Buffer.from(cashed(invoice, paid)));
    if (issued <= asOf && paid > asOf) {
      made.owed += invoice.cents;
      if (invoice.due < asOf) made.overdue += invoice.cents;
    }
  }
  for (let at = 0; at < count / 20; at += 1) {
    const issued = daysAfter('2025-01-15', Math.floor((at * 340 * 20) / count));
    const purchase: MadeInvoice = {
      number: `A-${String(at + 1)}`,
      issued,
      due: daysAfter(issued, 30),
      cents: 120_000,
      seller: { name: 'Papeterie Morel', siren: '600000001' },
      buyer: own,
    };
    made.files.set(`achats/${purchase.number}.xml`, Buffer.from(cii(purchase)));
  }
  made.files.set('lisez-moi.txt', Buffer.from('Bonjour'));
  return made;
}
