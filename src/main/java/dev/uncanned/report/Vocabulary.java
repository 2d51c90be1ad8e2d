package dev.uncanned.report;

import dev.uncanned.mart.FixExample;
import dev.uncanned.score.Defect;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Plain words for the codes of the tables; a code that is not known stands for itself. */
final class Vocabulary {

  private static final Map<String, String> DEFECTS =
      Map.ofEntries(
          Map.entry("unresolved_token", "A merge field that nobody filled, such as {first_name}."),
          Map.entry("null_literal", "NULL, None or N/A where a value should stand."),
          Map.entry("wrong_name", "The greeting names somebody else than the recipient."),
          Map.entry("leaked_name", "The name of another recipient of the same template."),
          Map.entry("leaked_org", "The company of another recipient of the same template."),
          Map.entry("row_shift", "Names that belong to the people before or behind in the list."),
          Map.entry("empty_slot", "A gap where a value is missing, as in “Hi ,”."),
          Map.entry("raw_field", "A field pasted as exported: legal form, title, emoji in a name."),
          Map.entry("case_error", "A name in capitals or in small letters only."),
          Map.entry("stale_org", "A company that is not the recipient's, or no longer."),
          Map.entry("mojibake", "Garbled characters from a wrong encoding."),
          Map.entry("generic_greeting", "“Dear Sir or Madam” and the like."));

  private static final Map<String, String> NULL_REASONS =
      Map.ofEntries(
          Map.entry("no_text", "Nothing is left once quotes and sign-offs are cut."),
          Map.entry("too_short", "Too short to tell a copy from chance."),
          Map.entry("automatic", "Sent by a machine: out-of-office, delivery report."),
          Map.entry("one_tap", "A text that LinkedIn offers for one tap."),
          Map.entry("reply", "An answer to somebody, so not outreach."),
          Map.entry("few_copies", "Too few copies to tell customised words from the template's."),
          Map.entry("no_profile", "Nothing but a name is known of the reader."),
          Map.entry("no_recipient", "The archive names no reader."),
          Map.entry(
              "not_over", "The days for an answer are not over, or both wrote at the same time."),
          Map.entry("not_told", "The tables give no reason."),
          Map.entry("one_inbox", "Seen from inboxes only: who else got it cannot be known."),
          Map.entry("not_computed", "Not computed by this version."));

  private static final Map<String, String> REJECTS =
      Map.ofEntries(
          Map.entry("csv_unterminated", "A CSV file ends inside a quoted cell."),
          Map.entry("csv_columns", "A CSV row has the wrong number of cells."),
          Map.entry("csv_schema", "A CSV file lacks columns that it should have."),
          Map.entry("csv_cell_size", "A CSV cell is larger than allowed."),
          Map.entry("zip_damaged", "A ZIP file is damaged."),
          Map.entry("zip_ratio", "A ZIP file unpacks to far more than it should."),
          Map.entry("zip_encrypted", "A ZIP file is encrypted."),
          Map.entry(
              "zip_overlap",
              "Entries of a ZIP file share bytes; such files are made to fill disks."),
          Map.entry("zip_entries", "A ZIP file has more entries than allowed."),
          Map.entry("gzip_damaged", "A gzip file is damaged or cut off."),
          Map.entry("nested_archive", "An archive inside an archive."),
          Map.entry("not_regular", "Not an ordinary file."),
          Map.entry("not_mail", "Not an e-mail."),
          Map.entry("mime_broken", "An e-mail whose parts could not be read."),
          Map.entry("not_mbox", "Taken for an mbox file, and no e-mail starts in it."),
          Map.entry("preamble", "Something before the first e-mail of an mbox file."),
          Map.entry("emlx_length", "An Apple Mail file with neither its length nor an e-mail."),
          Map.entry("outlook_damaged", "An Outlook file is damaged, or a part of it."),
          Map.entry("outlook_message", "An item of an Outlook file could not be read."),
          Map.entry(
              "outlook_limit", "Reading an Outlook file took more memory or reads than allowed."),
          Map.entry(
              "outlook_time", "Reading an Outlook file took too long; another run may end it."),
          Map.entry("json_broken", "A JSON file, or a line of it, is not valid JSON."),
          Map.entry("json_schema", "A JSON record without the keys that it should have."),
          Map.entry(
              "chat_schema", "A chat export, or a message in it, of a form that is not known."),
          Map.entry("too_large", "Larger than allowed."),
          Map.entry("io_error", "The file could not be read from the disk."));

  private Vocabulary() {}

  static String defect(String code) {
    return DEFECTS.getOrDefault(code(code), "");
  }

  /** What there is to fix, in words: a defect, or one of the other subjects. */
  static String toFix(String subject) {
    return switch (subject) {
      case FixExample.UNANSWERED -> "4 messages without an answer";
      case FixExample.AFTER_OPT_OUT -> "written to after asking for no more";
      default -> name(subject);
    };
  }

  static String nullReason(String code) {
    return NULL_REASONS.getOrDefault(code(code), "");
  }

  static String reject(String code) {
    return REJECTS.getOrDefault(code(code), "");
  }

  /** Whether a defect names the wrong person or shows the machinery. */
  static boolean isHard(String defect) {
    return Arrays.stream(Defect.Type.values())
        .filter(type -> code(type.name()).equals(code(defect)))
        .anyMatch(type -> type.severity() == Defect.Severity.HARD);
  }

  /** The code as a name: "wrong name". */
  static String name(String code) {
    return code(code).replace('_', ' ');
  }

  /** A code in the one way in which all are compared. */
  static String code(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
