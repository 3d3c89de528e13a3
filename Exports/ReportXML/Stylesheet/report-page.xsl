<xsl:stylesheet xml:id="page" version="1.0" xmlns="" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:wijkwaarde:report:1" exclude-result-prefixes="r">
<xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
<xsl:decimal-format name="en" decimal-separator="." grouping-separator=","/>
<xsl:decimal-format name="nl" decimal-separator="," grouping-separator="."/>
<xsl:variable name="lang" select="/r:report/@lang"/>
<xsl:variable name="units" select="/r:report/r:units/r:unit"/>
<xsl:template match="/r:report">
<html lang="{$lang}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>
<title><xsl:value-of select="r:project/r:name"/></title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccd3dc;vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap}caption{text-align:left;font-weight:600;padding:.4rem 0}.key{font-size:2.4rem;font-weight:700;margin:0}.quiet{color:#4c5868}.draft{background:#8a1c1c;color:#fff;padding:.5rem 1rem}code{font-size:.85em}</style></head>
<body><main>
<xsl:if test="@draft='true' or @draft='1'"><p class="draft"><xsl:call-template name="say"><xsl:with-param name="en">Draft: the data of this report have errors.</xsl:with-param><xsl:with-param name="nl">Concept: de gegevens van dit verslag bevatten fouten.</xsl:with-param></xsl:call-template></p></xsl:if>
<xsl:apply-templates select="r:project"/>
<xsl:apply-templates select="r:valueMap" mode="results"/>
<xsl:apply-templates select="r:conventions"/>
<xsl:apply-templates select="r:stakeholders"/>
<xsl:apply-templates select="r:inputs"/>
<xsl:apply-templates select="r:valueMap" mode="rows"/>
<xsl:apply-templates select="r:indicators/r:indicator"/>
<xsl:apply-templates select="r:claims"/>
<xsl:apply-templates select="r:findings"/>
<xsl:apply-templates select="r:parameters"/>
<xsl:apply-templates select="r:sources"/>
</main><footer class="quiet"><p><xsl:value-of select="r:program"/>; XML <xsl:value-of select="@version"/><xsl:if test="r:digest">; SHA-256 <code><xsl:value-of select="r:digest"/></code></xsl:if></p></footer></body></html>
</xsl:template>
<xsl:template match="r:project">
<h1><xsl:value-of select="r:name"/></h1>
<p><xsl:value-of select="r:organisation/r:name"/><xsl:for-each select="r:organisation/r:identifier"><xsl:text> · </xsl:text><xsl:value-of select="@scheme"/><xsl:text> </xsl:text><xsl:value-of select="."/></xsl:for-each><br/>
<xsl:value-of select="r:neighbourhood/r:name"/><xsl:if test="r:neighbourhood/@municipality"><xsl:text> · </xsl:text><xsl:value-of select="r:neighbourhood/@municipality"/></xsl:if><xsl:for-each select="r:neighbourhood/r:code"><xsl:text> · </xsl:text><xsl:value-of select="."/></xsl:for-each><xsl:if test="r:neighbourhood/@codesYear"><xsl:text> (</xsl:text><xsl:value-of select="r:neighbourhood/@codesYear"/><xsl:text>)</xsl:text></xsl:if><br/>
<xsl:value-of select="r:period/@first"/> – <xsl:value-of select="r:period/@last"/><xsl:for-each select="r:grant"><xsl:text> · </xsl:text><xsl:value-of select="."/></xsl:for-each></p>
<xsl:if test="r:summary"><p><xsl:value-of select="r:summary"/></p></xsl:if>
<xsl:if test="r:leftOut"><p><xsl:call-template name="say"><xsl:with-param name="en">Left out:</xsl:with-param><xsl:with-param name="nl">Weggelaten:</xsl:with-param></xsl:call-template></p><ul><xsl:for-each select="r:leftOut"><li><xsl:value-of select="."/></li></xsl:for-each></ul></xsl:if>
</xsl:template>
<xsl:template match="r:valueMap" mode="results">
<h2>SROI</h2>
<p class="key"><xsl:apply-templates select="r:ratio" mode="figure"/></p>
<xsl:if test="../r:doubt[@interval='true' or @interval='1']"><p><xsl:apply-templates select="../r:doubt/r:ratioLow" mode="figure"/> – <xsl:apply-templates select="../r:doubt/r:ratioHigh" mode="figure"/></p></xsl:if>
<table><xsl:apply-templates select="r:presentValue|r:inputsPresentValue|r:netPresentValue|r:netRatio|r:payback" mode="line"/><xsl:apply-templates select="../r:doubt/*[@id]" mode="line"/></table>
</xsl:template>
<xsl:template match="r:conventions">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Method</xsl:with-param><xsl:with-param name="nl">Methode</xsl:with-param></xsl:call-template></h2>
<p><xsl:call-template name="words"><xsl:with-param name="of" select="r:method"/></xsl:call-template></p>
<p><xsl:call-template name="say"><xsl:with-param name="en">Discount rate:</xsl:with-param><xsl:with-param name="nl">Discontovoet:</xsl:with-param></xsl:call-template><xsl:text> </xsl:text><xsl:call-template name="number"><xsl:with-param name="value" select="r:discountRate/r:value * 100"/><xsl:with-param name="decimals" select="2"/></xsl:call-template> % · <xsl:call-template name="say"><xsl:with-param name="en">price level:</xsl:with-param><xsl:with-param name="nl">prijspeil:</xsl:with-param></xsl:call-template><xsl:text> </xsl:text><xsl:value-of select="r:priceBaseYear"/> · <xsl:value-of select="r:currency"/></p>
</xsl:template>
<xsl:template match="r:stakeholders">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Stakeholders</xsl:with-param><xsl:with-param name="nl">Belanghebbenden</xsl:with-param></xsl:call-template></h2>
<table><xsl:for-each select="r:stakeholder"><tr><td><xsl:value-of select="r:name"/></td><td><xsl:value-of select="r:reason"/></td><td class="n"><xsl:apply-templates select="r:presentValue" mode="figure"/></td></tr></xsl:for-each></table>
</xsl:template>
<xsl:template match="r:inputs">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Inputs</xsl:with-param><xsl:with-param name="nl">Inzet</xsl:with-param></xsl:call-template></h2>
<table><xsl:for-each select="r:input"><tr><td><xsl:value-of select="r:description"/></td><td><xsl:value-of select="r:grant"/></td><td class="n"><xsl:apply-templates select="r:inputValue" mode="figure"/></td></tr></xsl:for-each></table>
</xsl:template>
<xsl:template match="r:valueMap" mode="rows">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Value map</xsl:with-param><xsl:with-param name="nl">Waardenkaart</xsl:with-param></xsl:call-template></h2>
<table><tr><th><xsl:call-template name="say"><xsl:with-param name="en">Outcome</xsl:with-param><xsl:with-param name="nl">Effect</xsl:with-param></xsl:call-template></th><th class="n"><xsl:call-template name="say"><xsl:with-param name="en">Quantity</xsl:with-param><xsl:with-param name="nl">Hoeveelheid</xsl:with-param></xsl:call-template></th><th>Proxy</th><th class="n">Deadweight</th><th class="n"><xsl:call-template name="say"><xsl:with-param name="en">Displacement</xsl:with-param><xsl:with-param name="nl">Verdringing</xsl:with-param></xsl:call-template></th><th class="n"><xsl:call-template name="say"><xsl:with-param name="en">Attribution</xsl:with-param><xsl:with-param name="nl">Attributie</xsl:with-param></xsl:call-template></th><th class="n">Drop-off</th><th class="n"><xsl:call-template name="say"><xsl:with-param name="en">Present value</xsl:with-param><xsl:with-param name="nl">Contante waarde</xsl:with-param></xsl:call-template></th></tr>
<xsl:for-each select="r:outcome"><tr><td><xsl:value-of select="r:description"/></td><td class="n"><xsl:call-template name="given"><xsl:with-param name="of" select="r:quantity"/></xsl:call-template></td><td><xsl:value-of select="r:proxy/r:description"/><xsl:text>: </xsl:text><xsl:call-template name="given"><xsl:with-param name="of" select="r:proxy"/></xsl:call-template></td><xsl:call-template name="share"><xsl:with-param name="of" select="r:deadweight"/></xsl:call-template><xsl:call-template name="share"><xsl:with-param name="of" select="r:displacement"/></xsl:call-template><xsl:call-template name="share"><xsl:with-param name="of" select="r:attribution"/></xsl:call-template><xsl:call-template name="share"><xsl:with-param name="of" select="r:dropOff"/></xsl:call-template><td class="n"><xsl:apply-templates select="r:presentValue" mode="figure"/></td></tr></xsl:for-each></table>
<xsl:if test="r:unpriced"><ul><xsl:for-each select="r:unpriced"><li><xsl:value-of select="r:description"/><xsl:if test="r:reason">: <xsl:value-of select="r:reason"/></xsl:if></li></xsl:for-each></ul></xsl:if>
</xsl:template>
<xsl:template match="r:indicator">
<h2><xsl:call-template name="words"><xsl:with-param name="of" select="r:title"/></xsl:call-template></h2>
<p class="quiet"><xsl:call-template name="words"><xsl:with-param name="of" select="r:summary"/></xsl:call-template></p>
<table><xsl:apply-templates select="r:measure" mode="line"/></table>
</xsl:template>
<xsl:template match="r:claims">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Checks on over-claiming</xsl:with-param><xsl:with-param name="nl">Toetsen op te veel claimen</xsl:with-param></xsl:call-template></h2>
<ul><xsl:for-each select="r:claim"><li><xsl:call-template name="words"><xsl:with-param name="of" select="r:message"/></xsl:call-template><xsl:if test="r:answer"><br/><q><xsl:value-of select="r:answer"/></q></xsl:if></li></xsl:for-each></ul>
</xsl:template>
<xsl:template match="r:findings">
<xsl:if test="r:finding"><h2><xsl:call-template name="say"><xsl:with-param name="en">Findings</xsl:with-param><xsl:with-param name="nl">Bevindingen</xsl:with-param></xsl:call-template></h2>
<ul><xsl:for-each select="r:finding"><li><xsl:call-template name="words"><xsl:with-param name="of" select="r:message"/></xsl:call-template></li></xsl:for-each></ul></xsl:if>
</xsl:template>
<xsl:template match="r:parameters">
<xsl:if test="r:parameter"><h2>Parameters</h2>
<table><xsl:for-each select="r:parameter"><tr><td><xsl:call-template name="words"><xsl:with-param name="of" select="r:label"/></xsl:call-template></td><td class="n"><xsl:apply-templates select="." mode="figure"/></td><td><xsl:value-of select="r:source"/><xsl:if test="r:licence"> (<xsl:value-of select="r:licence"/>)</xsl:if></td></tr></xsl:for-each></table></xsl:if>
</xsl:template>
<xsl:template match="r:sources">
<h2><xsl:call-template name="say"><xsl:with-param name="en">Sources</xsl:with-param><xsl:with-param name="nl">Bronnen</xsl:with-param></xsl:call-template></h2>
<table><xsl:for-each select="r:source"><tr><td><xsl:value-of select="@file"/></td><td><xsl:call-template name="words"><xsl:with-param name="of" select="r:title"/></xsl:call-template></td><td class="n"><xsl:value-of select="@rows"/></td><td><code><xsl:value-of select="substring(@sha256,1,16)"/>…</code></td></tr></xsl:for-each></table>
</xsl:template>
<xsl:template match="*" mode="line"><tr><td><xsl:call-template name="words"><xsl:with-param name="of" select="r:label"/></xsl:call-template></td><td class="n"><xsl:apply-templates select="." mode="figure"/></td><td class="quiet"><code><xsl:value-of select="@id"/></code></td></tr></xsl:template>
<xsl:template match="*" mode="figure">
<xsl:variable name="unit" select="$units[@code=current()/@unit]"/>
<xsl:choose>
<xsl:when test="not(r:value)"><span class="quiet">– <xsl:call-template name="words"><xsl:with-param name="of" select="r:absent"/></xsl:call-template></span></xsl:when>
<xsl:when test="$unit/@percentage='true'"><xsl:call-template name="number"><xsl:with-param name="value" select="r:value * 100"/><xsl:with-param name="raw" select="r:value"/><xsl:with-param name="decimals" select="$unit/@decimals"/></xsl:call-template> %</xsl:when>
<xsl:otherwise><xsl:if test="@currency"><xsl:value-of select="@currency"/><xsl:text> </xsl:text></xsl:if><xsl:call-template name="number"><xsl:with-param name="value" select="r:value"/><xsl:with-param name="raw" select="r:value"/><xsl:with-param name="decimals" select="$unit/@decimals"/></xsl:call-template><xsl:if test="not(@currency) and $unit/r:symbol!=''"><xsl:text> </xsl:text><xsl:call-template name="words"><xsl:with-param name="of" select="$unit/r:symbol"/></xsl:call-template></xsl:if></xsl:otherwise>
</xsl:choose>
</xsl:template>
<xsl:template name="given"><xsl:param name="of"/>
<xsl:choose>
<xsl:when test="not($of/r:value)"><span class="quiet">– <xsl:call-template name="words"><xsl:with-param name="of" select="$of/r:absent"/></xsl:call-template></span></xsl:when>
<xsl:otherwise><xsl:if test="$of/@currency"><xsl:value-of select="$of/@currency"/><xsl:text> </xsl:text></xsl:if><xsl:call-template name="number"><xsl:with-param name="value" select="$of/r:value"/><xsl:with-param name="raw" select="$of/r:value"/><xsl:with-param name="decimals" select="2"/></xsl:call-template><xsl:if test="$of/@unit"><xsl:text> </xsl:text><xsl:value-of select="$of/@unit"/></xsl:if></xsl:otherwise>
</xsl:choose>
</xsl:template>
<xsl:template name="share"><xsl:param name="of"/><td class="n"><xsl:choose><xsl:when test="$of"><xsl:call-template name="number"><xsl:with-param name="value" select="$of/r:value * 100"/><xsl:with-param name="raw" select="$of/r:value"/><xsl:with-param name="decimals" select="1"/></xsl:call-template> %</xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td></xsl:template>
<xsl:template name="number"><xsl:param name="value"/><xsl:param name="raw"/><xsl:param name="decimals"/>
<xsl:variable name="zeros" select="substring('000000000',1,$decimals)"/>
<xsl:choose>
<xsl:when test="string(number($value))='NaN'"><xsl:value-of select="$raw"/></xsl:when>
<xsl:when test="$lang='nl' and $zeros!=''"><xsl:value-of select="format-number($value,concat('#.##0,',$zeros),'nl')"/></xsl:when>
<xsl:when test="$lang='nl'"><xsl:value-of select="format-number($value,'#.##0','nl')"/></xsl:when>
<xsl:when test="$zeros!=''"><xsl:value-of select="format-number($value,concat('#,##0.',$zeros),'en')"/></xsl:when>
<xsl:otherwise><xsl:value-of select="format-number($value,'#,##0','en')"/></xsl:otherwise>
</xsl:choose>
</xsl:template>
<xsl:template name="words"><xsl:param name="of"/>
<xsl:choose>
<xsl:when test="$of[@lang=$lang]"><xsl:value-of select="$of[@lang=$lang]"/></xsl:when>
<xsl:otherwise><xsl:value-of select="$of[1]"/></xsl:otherwise>
</xsl:choose>
</xsl:template>
<xsl:template name="say"><xsl:param name="en"/><xsl:param name="nl"/>
<xsl:choose><xsl:when test="$lang='nl'"><xsl:value-of select="$nl"/></xsl:when><xsl:otherwise><xsl:value-of select="$en"/></xsl:otherwise></xsl:choose>
</xsl:template>
</xsl:stylesheet>
