package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvScannerTest {

  private final CsvScanner scanner = new CsvScanner();

  private int scan(String text, int most) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return scanner.scan(bytes, 0, bytes.length, true, CsvScanner.Quoting.STRICT, false, most);
  }

  @Test
  void endsBehindFirstCellThatIsNotEmptyBeyondWidth() {
    assertThat(scan("a,b,c,\"d\ne\",f\n", 2)).isEqualTo("a,b,c".length());
    assertThat(scan("a,b,,\"\",\"d\ne\",f\n", 2)).isEqualTo("a,b,,\"\",\"d\ne\"".length());
    assertThat(scanner.isEmpty(scanner.columns() - 1)).isFalse();
  }

  @Test
  void readsToLineEndWhereCellsBeyondWidthAreEmpty() {
    String line = "a,b,,\"\",\n";
    assertThat(scan(line + "c,d\n", 2)).isEqualTo(line.length());
    assertThat(scanner.columns()).isEqualTo(5);
  }
}
