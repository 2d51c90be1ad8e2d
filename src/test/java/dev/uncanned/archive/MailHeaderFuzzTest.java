package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Throws any text at the parsers of single header values: dates, addresses, encoded words. */
class MailHeaderFuzzTest {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  @FuzzTest(maxDuration = "2m")
  void readsAnyDate(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    Instant at = MailDate.of(text);
    MailDate.ofReceived(text);
    MailDate.ofFromLine(text);
    new LinkedInDates().of(text);
    if (at != null && at.isBefore(EARLIEST)) {
      throw new AssertionError("a date that cannot be");
    }
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyAddresses(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    for (Contact person : MailAddresses.of(text)) {
      if (person.name() == null && person.email() == null) {
        throw new AssertionError("a person without name and address");
      }
    }
    MailAddresses.one(text);
    RecipientList.names(text);
    RecipientList.urls(text);
  }

  @FuzzTest(maxDuration = "2m")
  void decodesAnyEncodedWords(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    String decoded = EncodedWords.decode(text);
    if (!text.contains("=?") && !decoded.equals(text)) {
      throw new AssertionError("a text without encoded words was changed");
    }
  }
}
