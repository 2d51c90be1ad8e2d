package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarMailTest {

  private static final String TEXT = "Content-Type: text/plain\n\nPlease join on your computer\n";
  private static final String ENTRY = "\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n";
  private static final String GOOGLE =
      "Content-Type: application/ics; name=\"invite.ics\"\n"
          + "Content-Disposition: attachment; filename=\"invite.ics\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/calendar; method=REQUEST",
        "text/calendar; charset=\"UTF-8\"; method=REPLY",
        "text/calendar; charset=utf-8;\n method=\"CANCEL\"",
        "TEXT/CALENDAR;METHOD=counter;name=meeting.ics",
        "text/calendar; method=REQUEST; name=invite.ics\nContent-Disposition: attachment"
      })
  void isMessageOfCalendarsWhateverTextStandsBesideIt(String type) throws Exception {
    MimeText.Content content = alternatives(TEXT, "Content-Type: " + type + ENTRY);
    assertThat(content.calendar()).isTrue();
    assertThat(content.attachments()).isZero();
    assertThat(content.text()).startsWith("Please join");
  }

  @Test
  void countsNoCalendarFileOfAnInvitation() throws Exception {
    String entry = "Content-Type: text/calendar; method=REQUEST" + ENTRY;
    assertThat(mixed(TEXT, entry, GOOGLE + ENTRY).attachments()).isZero();
    String picture = "Content-Type: image/png; name=map.png\n\nx\n";
    assertThat(mixed(TEXT, entry, GOOGLE + ENTRY, picture).attachments()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/calendar; name=dinner.ics\nContent-Disposition: attachment; filename=dinner.ics",
        "text/calendar; name=method=request.ics\nContent-Disposition: attachment",
        "text/calendar; method=PUBLISH; name=fair.ics\nContent-Disposition: attachment",
        "application/ics; name=dinner.ics\nContent-Disposition: attachment"
      })
  void isLetterWithCalendarFile(String type) throws Exception {
    MimeText.Content content = mixed(TEXT, "Content-Type: " + type + ENTRY);
    assertThat(content.calendar()).isFalse();
    assertThat(content.attachments()).isEqualTo(1);
  }

  @Test
  void isMessageOfCalendarsWhereNothingElseIsThere() throws Exception {
    assertThat(content("Content-Type: text/calendar" + ENTRY).calendar()).isTrue();
    assertThat(mixed("Content-Type: text/calendar" + ENTRY, TEXT).calendar()).isFalse();
  }

  @Test
  void countsNoOtherFormOfTheTextAsFile() throws Exception {
    String amp = "Content-Type: text/x-amp-html\n\n<html amp4email>\n";
    String watch = "Content-Type: text/watch-html\n\n<b>x</b>\n";
    assertThat(alternatives(TEXT, amp, watch).attachments()).isZero();
    assertThat(mixed(TEXT, "Content-Type: text/csv; name=a.csv\n\na,b\n").attachments())
        .isEqualTo(1);
  }

  private static MimeText.Content alternatives(String... parts) throws Exception {
    return multipart("alternative", parts);
  }

  private static MimeText.Content mixed(String... parts) throws Exception {
    return multipart("mixed", parts);
  }

  private static MimeText.Content multipart(String kind, String... parts) throws Exception {
    return content(
        "Content-Type: multipart/"
            + kind
            + "; boundary=b\n\n--b\n"
            + String.join("--b\n", parts)
            + "--b--\n");
  }

  private static MimeText.Content content(String mail) throws Exception {
    byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
    return MimeText.of(MailHeaders.of(bytes), bytes);
  }
}
