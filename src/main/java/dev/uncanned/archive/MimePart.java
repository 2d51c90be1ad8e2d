package dev.uncanned.archive;

import java.util.Set;

/**
 * What the header of one MIME part says about it: a file, a picture in the text, a sealed envelope.
 *
 * <p>Opaque are TNEF (Outlook's winmail.dat), S/MIME messages and all that is PGP-encrypted.
 * Signatures beside a readable text are neither opaque nor files.
 */
final class MimePart {

  private static final Set<String> ENCODINGS =
      Set.of("", "7bit", "8bit", "binary", "quoted-printable", "base64", "7-bit", "8-bit");
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");
  private static final String PGP_ENCRYPTED = "application/pgp-encrypted";
  private static final Set<String> SEALED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", PGP_ENCRYPTED);
  private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

  /** Parts that a mail server writes about a mail, in a multipart/report. */
  private static final Set<String> REPORTS =
      Set.of(
          "message/delivery-status",
          "message/disposition-notification",
          "message/feedback-report",
          "message/global-delivery-status",
          "text/rfc822-headers");

  /** What calendar programs send each other (RFC 5546); to publish an entry is to send a file. */
  private static final Set<String> METHODS =
      Set.of("request", "reply", "cancel", "counter", "declinecounter", "add", "refresh");

  private static final String METHOD = "method=";
  private static final Set<String> CALENDARS = Set.of("text/calendar", "application/ics");

  private String disposition = "";
  private String type = "";
  private String encoding = "";
  private String names = "";
  private boolean named;
  private boolean hasId;

  /** Takes note of a content field; name and value in lower case. */
  void note(String name, String value) {
    switch (name) {
      case "content-disposition" -> {
        disposition = value;
        named |= value.contains("filename");
        names += value;
      }
      case "content-type" -> {
        type = value;
        named |= value.contains("name=") || value.contains("name*");
        names += value;
      }
      case "content-transfer-encoding" -> encoding = value;
      case "content-id" -> hasId = true;
      default -> {}
    }
  }

  /** Whether a text is a file beside the text: called so, or named and behind it. */
  boolean isAttached(boolean textSeen) {
    return disposition.startsWith("attachment") || (named && textSeen);
  }

  /** Whether the content transfer encoding is one of RFC 2045. */
  boolean isEncodingKnown() {
    int end = encoding.indexOf(';');
    return ENCODINGS.contains(end < 0 ? encoding : encoding.substring(0, end).trim());
  }

  /**
   * Whether it is a file that somebody attached; another form of the text, such as AMP's, is none.
   *
   * @param mime type and subtype, in lower case, of a part that is not read as text
   * @param parent subtype of the multipart that it stands in; empty at the top
   */
  boolean isFile(String mime, String parent) {
    boolean attached = disposition.startsWith("attachment");
    boolean form = parent.equals("alternative") && mime.startsWith("text/") && !attached;
    boolean shownInText = hasId && (parent.equals("related") || mime.startsWith("image/"));
    boolean envelope = SIGNATURES.contains(mime) || isSealed(mime) || parent.equals("encrypted");
    boolean server = REPORTS.contains(mime) || mime.equals("text/calendar");
    return !envelope
        && !form
        && !mime.startsWith("multipart/")
        && (attached ? !(hasId && parent.equals("related")) : !shownInText && !server);
  }

  /**
   * Whether it is an invitation, an answer to one or a change of one: a calendar entry whose type
   * names a method. A person who attaches an entry to a letter sends it without.
   */
  boolean isScheduling(String mime) {
    if (!mime.equals("text/calendar")) {
      return false;
    }
    int at = type.indexOf(METHOD);
    while (at > 0 && ";, \t\r\n".indexOf(type.charAt(at - 1)) < 0) {
      at = type.indexOf(METHOD, at + 1);
    }
    return at > 0 && METHODS.contains(word(type, at + METHOD.length()));
  }

  private static String word(String text, int from) {
    int start = from < text.length() && text.charAt(from) == '"' ? from + 1 : from;
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Whether it is a calendar entry in any wrapping; some programs add one as a file as well. */
  boolean isCalendar(String mime) {
    return CALENDARS.contains(mime) || names.contains(".ics");
  }

  /** What kind of thing it is that may hold text and that nobody can read here; else null. */
  QualityFlag opaque(String mime, String parent) {
    if (mime.equals(PGP_ENCRYPTED) || parent.equals("encrypted")) {
      return QualityFlag.OPAQUE_PGP;
    }
    if (isSealed(mime)) {
      return QualityFlag.OPAQUE_SMIME;
    }
    boolean tnef = TNEF.contains(mime) || names.contains("winmail.dat");
    return tnef ? QualityFlag.OPAQUE_TNEF : null;
  }

  private boolean isSealed(String mime) {
    return SEALED.contains(mime) || names.contains("smime.p7m");
  }
}
