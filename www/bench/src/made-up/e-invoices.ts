/** Made-up electronic invoices as CII: three lines each and the usual notes, some ten kilobytes. */
export function eInvoice(at: number): string {
  const day = new Date(Date.UTC(2025, 0, 2 + (at % 390))).toISOString().slice(0, 10);
  const due = new Date(Date.UTC(2025, 0, 47 + (at % 390))).toISOString().slice(0, 10);
  const cents = 60_000 + ((at * 7_919) % 500_000);
  const tax = Math.round(cents / 6);
  const euros = (amount: number) => (amount / 100).toFixed(2);
  const date = (text: string) =>
    `<udt:DateTimeString format="102">${text.replaceAll('-', '')}</udt:DateTimeString>`;
  const party = (name: string, siren: number) => `
        <ram:ID>${String(siren)}00017</ram:ID>
        <ram:GlobalID schemeID="0088">${String(siren)}1234</ram:GlobalID>
        <ram:Name>${name}</ram:Name>
        <ram:SpecifiedLegalOrganization>
          <ram:ID schemeID="0002">${String(siren)}</ram:ID>
        </ram:SpecifiedLegalOrganization>
        <ram:DefinedTradeContact>
          <ram:PersonName>Service comptable</ram:PersonName>
          <ram:TelephoneUniversalCommunication><ram:CompleteNumber>01 02 03 04 05</ram:CompleteNumber></ram:TelephoneUniversalCommunication>
          <ram:EmailURIUniversalCommunication><ram:URIID>compta@exemple.test</ram:URIID></ram:EmailURIUniversalCommunication>
        </ram:DefinedTradeContact>
        <ram:PostalTradeAddress>
          <ram:PostcodeCode>69003</ram:PostcodeCode>
          <ram:LineOne>12 rue des Lilas</ram:LineOne>
          <ram:CityName>Lyon</ram:CityName>
          <ram:CountryID>FR</ram:CountryID>
        </ram:PostalTradeAddress>`;
  const line = (number: number) => `
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${String(number)}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct>
        <ram:SellerAssignedID>REF-${String(number)}</ram:SellerAssignedID>
        <ram:Name>Prestation de maintenance des équipements, forfait mensuel ${String(number)}</ram:Name>
        <ram:Description>Intervention sur site, pièces et déplacements compris, selon le contrat en vigueur.</ram:Description>
      </ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement>
        <ram:NetPriceProductTradePrice><ram:ChargeAmount>${euros((cents - tax) / 3)}</ram:ChargeAmount></ram:NetPriceProductTradePrice>
      </ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">1.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${euros((cents - tax) / 3)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>`;
  const note = (words: string) =>
    `<ram:IncludedNote><ram:Content>${words}</ram:Content><ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocument>
    <ram:ID>F-${String(at + 1).padStart(6, '0')}</ram:ID>
    <ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime>${date(day)}</ram:IssueDateTime>
    ${note('En cas de retard de paiement, une indemnité forfaitaire de 40 euros pour frais de recouvrement est due.')}
    ${note('Les pénalités de retard courent au taux de trois fois le taux d’intérêt légal, sans qu’un rappel soit nécessaire.')}
    ${note('Pas d’escompte pour paiement anticipé.')}
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>${line(1)}${line(2)}${line(3)}
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty>${party('Atelier du Lac SAS', 732_829_320)}
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty>${party(`Client ${String(at % 230)} SARL`, 500_000_000 + (at % 230))}
      </ram:BuyerTradeParty>
      <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>CMD-${String(at)}</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date(day)}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:ApplicableTradeTax><ram:CalculatedAmount>${euros(tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${euros(cents - tax)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:SpecifiedTradePaymentTerms><ram:Description>45 jours</ram:Description><ram:DueDateDateTime>${date(due)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:LineTotalAmount>${euros(cents - tax)}</ram:LineTotalAmount>
        <ram:TaxBasisTotalAmount>${euros(cents - tax)}</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="EUR">${euros(tax)}</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>${euros(cents)}</ram:GrandTotalAmount>
        <ram:DuePayableAmount>${euros(cents)}</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;
}
