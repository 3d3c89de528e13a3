/// CAMT.053 messages for the tests, made up from nothing.
enum Statements {
  /// How the versions write the same thing: from 08 on parties and the status lie deeper.
  private static func party(_ inner: String, _ version: Int) -> String {
    version >= 8 ? "<Pty>\(inner)</Pty>" : inner
  }

  private static func status(_ code: String, _ version: Int) -> String {
    version >= 8 ? "<Sts><Cd>\(code)</Cd></Sts>" : "<Sts>\(code)</Sts>"
  }

  /// A transaction with an amount of its own, which version 02 puts elsewhere than the later ones.
  private static func amount(_ text: String, _ version: Int) -> String {
    version >= 4
      ? "<Amt Ccy=\"EUR\">\(text)</Amt>"
      : "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">\(text)</Amt></TxAmt></AmtDtls>"
  }

  static func namespace(_ version: Int) -> String {
    "urn:iso:std:iso:20022:tech:xsd:camt.053.001." + (version < 10 ? "0" : "") + String(version)
  }

  /// One month of an account: 1000.00 + 250.00 − 109.00 + 109.00 − 92.00 − 60.00 − 12.40
  /// = 1085.60, and a pending 500.00.
  static func month(version: Int, closing: String = "1085.60") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="\(namespace(version))"><BkToCstmrStmt>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>2025-03-01T06:00:00+01:00</CreDtTm></GrpHdr>
      <Stmt><Id>S-2</Id><CreDtTm>2025-03-01T06:00:00+01:00</CreDtTm>
        <FrToDt><FrDtTm>2025-02-01T00:00:00+01:00</FrDtTm><ToDtTm>2025-02-28T23:59:59+01:00</ToDtTm></FrToDt>
        <Acct><Id><IBAN>NL00WIJK0000000001</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Buurtbedrijf (fictief)</Nm></Ownr><Svcr><FinInstnId><Othr><Id>9</Id></Othr></FinInstnId></Svcr></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-02-01</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(closing)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-02-28</Dt></Dt></Bal>
        <Ntry><NtryRef>R1</NtryRef><Amt Ccy="EUR">250.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\(status("BOOK", version))<BookgDt><Dt>2025-02-03</Dt></BookgDt>
          <NtryDtls><TxDtls><RltdPties><Dbtr>\(party("<Nm>Klant &amp; Zoon</Nm>", version))</Dbtr><DbtrAcct><Id><IBAN>NL00WIJK0000000002</IBAN></Id></DbtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>R2</NtryRef><Amt Ccy="EUR">109.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>\(status("BOOK", version))<BookgDt><Dt>2025-02-10</Dt></BookgDt>
          <NtryDtls><TxDtls><RltdPties><Dbtr>\(party("<Nm>Buurtbedrijf (fictief)</Nm>", version))</Dbtr><Cdtr>\(party("<Nm>Buurtbakker (fictief)</Nm><PstlAdr><StrtNm>TEST STREET 20</StrtNm><TwnNm>9999 XB TESTCITY</TwnNm></PstlAdr>", version))</Cdtr><CdtrAcct><Id><IBAN>NL00 WIJK 0000 0000 03</IBAN></Id></CdtrAcct></RltdPties>
          <RmtInf><Ustrd>F-17</Ustrd><Ustrd>dank</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>R3</NtryRef><Amt Ccy="EUR">109.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>\(status("BOOK", version))<BookgDt><Dt>2025-02-11</Dt></BookgDt>
          <NtryDtls><TxDtls><RltdPties><Cdtr>\(party("<Nm>Buurtbakker (fictief)</Nm><PstlAdr><StrtNm>TEST STREET 20</StrtNm><TwnNm>9999 XB TESTCITY</TwnNm></PstlAdr>", version))</Cdtr><CdtrAcct><Id><IBAN>NL00WIJK0000000003</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>R4</NtryRef><Amt Ccy="EUR">92.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>\(status("BOOK", version))<BookgDt><DtTm>2025-02-12T23:30:00+01:00</DtTm></BookgDt>
          <NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">100.00</Amt></InstdAmt></AmtDtls><RltdPties><Cdtr>\(party("<Nm>Supplies Inc</Nm>", version))</Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>R5</NtryRef><Amt Ccy="EUR">60.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>\(status("BOOK", version))<BookgDt><Dt>2025-02-20</Dt></BookgDt>
          <NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch><TxDtls>\(amount("35.00", version))<RltdPties><Cdtr>\(party("<Nm>Een</Nm>", version))</Cdtr></RltdPties></TxDtls><TxDtls>\(amount("25.00", version))<RltdPties><Cdtr>\(party("<Nm>Twee</Nm>", version))</Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
        <Ntry><NtryRef>R6</NtryRef><Amt Ccy="EUR">12.40</Amt><CdtDbtInd>DBIT</CdtDbtInd>\(status("BOOK", version))<BookgDt><Dt>2025-02-28</Dt></BookgDt><AddtlNtryInf>Kosten</AddtlNtryInf></Ntry>
        <Ntry><NtryRef>R7</NtryRef><Amt Ccy="EUR">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\(status("PDNG", version))<ValDt><Dt>2025-03-02</Dt></ValDt></Ntry>
      </Stmt>
    </BkToCstmrStmt></Document>

    """
  }
}
