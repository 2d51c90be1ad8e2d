package dev.uncanned.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadsheetCellTest {

  @Test
  void whatWouldBeginAFormulaGetsAnApostrophe() {
    for (String text : new String[] {"=1+1", "+49", "-2", "@x", "\tx", "\rx", "\nx", "\uFF1D1"}) {
      assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
      assertThat(SpreadsheetCell.quoted(text)).isEqualTo("\"'" + text + "\"");
    }
  }

  @Test
  void everythingElseStaysAsItIs() {
    for (String text : new String[] {"", "a=b", "'x", " =1", "2026-11-30"}) {
      assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
    }
  }

  @Test
  void aQuotationMarkInsideIsDoubled() {
    assertThat(SpreadsheetCell.quoted("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
  }
}
