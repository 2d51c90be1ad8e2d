package dev.uncanned.archive;

import java.util.List;
import java.util.Locale;

/**
 * Tells mails that a machine wrote by itself: out-of-office answers, delivery reports, calendar
 * notices (RFC 3834 and what mailers wrote before it).
 */
final class AutoReply {

  private static final List<String> SUBJECTS =
      List.of(
          "out of office",
          "out of the office",
          "automatic reply",
          "auto reply",
          "auto-reply",
          "autoreply",
          "auto response",
          "autoresponse",
          "auto:",
          "abwesenheitsnotiz",
          "automatische antwort",
          "abwesenheit:",
          "abwesend:",
          "réponse automatique",
          "absence du bureau",
          "absent du bureau",
          "message d'absence",
          "respuesta automática",
          "fuera de la oficina",
          "fuera de oficina",
          "resposta automática",
          "ausência temporária",
          "fora do escritório",
          "risposta automatica",
          "fuori ufficio",
          "assente dall'ufficio",
          "automatisch antwoord",
          "afwezigheidsbericht",
          "afwezig:",
          "autosvar",
          "automatiskt svar",
          "frånvaro",
          "ej på kontoret");

  private AutoReply() {}

  /**
   * Whether the mail was sent by a machine.
   *
   * @param subject decoded subject, null without
   * @param calendarOnly whether its only content is a calendar entry
   */
  static boolean isAutomatic(MailHeaders headers, String subject, boolean calendarOnly) {
    String submitted = headers.lower("auto-submitted");
    String autoreply = headers.lower("x-autoreply");
    return calendarOnly
        || (!submitted.isEmpty() && !submitted.startsWith("no"))
        || (!autoreply.isEmpty() && !autoreply.equals("no"))
        || headers.lower("precedence").startsWith("auto_reply")
        || headers.lower("content-type").startsWith("multipart/report")
        || saysAutoReply(subject);
  }

  /** Whether List-Unsubscribe, List-Id or Precedence mark the mail as sent to many. */
  static boolean isBulk(MailHeaders headers) {
    String precedence = headers.lower("precedence");
    return headers.first("list-unsubscribe") != null
        || headers.first("list-id") != null
        || precedence.equals("bulk")
        || precedence.equals("list")
        || precedence.equals("junk");
  }

  private static boolean saysAutoReply(String subject) {
    if (subject == null) {
      return false;
    }
    String lower = subject.trim().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return SUBJECTS.stream().anyMatch(lower::startsWith);
  }
}
