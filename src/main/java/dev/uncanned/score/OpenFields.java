package dev.uncanned.score;

import java.util.List;
import java.util.Set;

/**
 * Finds merge fields that nobody filled, in the syntaxes of the common mail-merge tools.
 *
 * <p>Brackets that only machines use ({@code {{x}} %%x%% *|X|*}) need something shaped like an
 * identifier; those that people use too ({@code {x} ${x} [x] <x> %x% $x$ «x» #x#}) need a known
 * field name such as "First Name" or "your company". Guillemets quote in many languages, and square
 * brackets hold the words of a Markdown link: what stands around those counts as well.
 */
final class OpenFields {

  private static final int MAX_LENGTH = 60;
  private static final String FILTERS = "|:,";

  /** Words that name a field on their own. */
  private static final Set<String> FIELDS =
      Set.of(
          "firstname",
          "fname",
          "lastname",
          "lname",
          "surname",
          "fullname",
          "name",
          "company",
          "companyname",
          "organisation",
          "organization",
          "jobtitle",
          "title",
          "position",
          "role",
          "industry",
          "city",
          "recipientname",
          "contactname",
          "sendername",
          "yourname",
          "website",
          "domain",
          "vorname",
          "nachname",
          "firma",
          "firmenname",
          "anrede",
          "prenom",
          "prénom",
          "nom",
          "entreprise",
          "société",
          "societe",
          "nombre",
          "apellido",
          "empresa",
          "nome",
          "cognome",
          "azienda",
          "sobrenome",
          "voornaam",
          "achternaam",
          "bedrijf",
          "förnamn",
          "fornamn",
          "efternamn",
          "företag",
          "salutation",
          "mergefield",
          "custom",
          "department",
          "phone",
          "email",
          "country",
          "location",
          "state",
          "school",
          "university",
          "icebreaker",
          "topic",
          "mutualconnection",
          "painpoint",
          "unternehmen",
          "unternehmens",
          "unternehmensname",
          "jobtitel",
          "branche",
          "poste",
          "secteur",
          "apellidos",
          "cargo",
          "puesto",
          "setor",
          "nombres",
          "имя",
          "фамилия",
          "компания",
          "должность",
          "imię",
          "imie",
          "nazwisko",
          "stanowisko");

  /** Words that stand in field names beside those. */
  private static final Set<String> PARTS =
      Set.of(
          "first",
          "last",
          "full",
          "job",
          "contact",
          "lead",
          "account",
          "recipient",
          "prospect",
          "customer",
          "client",
          "user",
          "sender",
          "my",
          "your",
          "their",
          "the",
          "insert",
          "field",
          "person",
          "people",
          "member",
          "here",
          "merge",
          "of",
          "a",
          "specific",
          "number",
          "address",
          "business",
          "employer",
          "org",
          "current",
          "profile",
          "candidate",
          "target",
          "owner",
          "link",
          "url",
          "ihr",
          "ihre",
          "dein",
          "deine",
          "votre",
          "ton",
          "tu",
          "su",
          "seu",
          "sua",
          "primeiro",
          "primer",
          "segundo",
          "último",
          "ultimo",
          "prénoms",
          "complet",
          "completo",
          "vollständiger");

  /** Words that stand behind others in field names; in front they make a noun of prose. */
  private static final Set<String> LINKS =
      Set.of("s", "l", "d", "de", "des", "der", "du", "la", "da", "do", "del", "dell");

  /** Names of HTML tags and of code that are fields only in capitals or with more words. */
  private static final Set<String> MARKUP =
      Set.of("title", "email", "address", "name", "phone", "topic", "cargo");

  /** What follows the words of a link, in Markdown and in mail made plain. */
  private static final List<String> LINK_TARGETS =
      List.of("(http", "(mailto:", "(tel:", "<http", "<mailto:", "<tel:");

  private OpenFields() {}

  static void scan(String text, List<Defect> found) {
    int i = 0;
    while (i < text.length() && found.size() < DefectScanner.MAX_DEFECTS) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c == ' ') {
        i++;
        continue;
      }
      int end = tokenEnd(text, i);
      if (end > i) {
        found.add(DefectScanner.defect(Defect.Type.UNRESOLVED_TOKEN, i, end));
        i = end;
      } else {
        i++;
      }
    }
  }

  private static int tokenEnd(String text, int i) {
    return switch (text.charAt(i)) {
      case '{' -> braces(text, i);
      case '$' -> dollar(text, i);
      case '%' -> percent(text, i);
      case '*' -> text.startsWith("*|", i) ? machine(text, i, "*|", "|*") : i;
      case '[' -> square(text, i);
      case '<' -> angle(text, i);
      case '\u00ab' -> guillemets(text, i);
      case '#' -> field(text, i, "#", "#", true);
      default -> i;
    };
  }

  private static int square(String text, int i) {
    int end =
        text.startsWith("[[", i)
            ? field(text, i, "[[", "]]", false)
            : field(text, i, "[", "]", false);
    boolean link =
        LINK_TARGETS.stream().anyMatch(target -> text.startsWith(target, end))
            || text.substring(i, end).contains("://");
    return link ? i : end;
  }

  private static int guillemets(String text, int i) {
    int end = field(text, i, "\u00ab", "\u00bb", false);
    if (end == i) {
      return i;
    }
    String name = text.substring(i + 1, nameEnd(text, i + 1, end - 1)).strip();
    return QuotedField.is(text, i, end, name) ? end : i;
  }

  /** Field names only: shell scripts are full of such brackets, and CVS of {@code $Name$}. */
  private static int dollar(String text, int i) {
    if (text.startsWith("${", i)) {
      return field(text, i, "${", "}", false);
    }
    return text.startsWith("$Name$", i) ? i : field(text, i, "$", "$", false);
  }

  private static int percent(String text, int i) {
    if (text.startsWith("%%=", i)) {
      return machine(text, i, "%%=", "=%%");
    }
    return text.startsWith("%%", i) ? machine(text, i, "%%", "%%") : field(text, i, "%", "%", true);
  }

  private static int angle(String text, int i) {
    if (text.startsWith("<%", i)) {
      return machine(text, i, text.startsWith("<%=", i) ? "<%=" : "<%", "%>");
    }
    return text.startsWith("<<", i) ? field(text, i, "<<", ">>", false) : markup(text, i);
  }

  private static int braces(String text, int i) {
    if (i > 0 && text.charAt(i - 1) == '%') {
      return i;
    }
    if (text.startsWith("{%", i)) {
      return machine(text, i, "{%", "%}");
    }
    if (text.startsWith("{{{", i)) {
      return machine(text, i, "{{{", "}}}");
    }
    return text.startsWith("{{", i)
        ? machine(text, i, "{{", "}}")
        : field(text, i, "{", "}", false);
  }

  /** The place behind a token whose brackets alone tell a machine; else the place given. */
  private static int machine(String text, int i, String open, String close) {
    int start = nameStart(text, i + open.length());
    int end = closing(text, start, close);
    if (end < 0 || !isIdentifier(text, start, nameEnd(text, start, end))) {
      return i;
    }
    return end + close.length();
  }

  private static int field(String text, int i, String open, String close, boolean capitals) {
    int start = i + open.length();
    start = open.equals("{") ? nameStart(text, start) : start;
    int end = closing(text, start, close);
    if (end < 0) {
      return i;
    }
    if (open.equals(close) && isInsideWord(text, i, end)) {
      return i;
    }
    int nameEnd = nameEnd(text, start, end);
    if (open.equals("{") && isObject(text, nameEnd)) {
      return i;
    }
    boolean token =
        isFieldName(text, start, nameEnd) || capitals && isCapitalField(text, start, nameEnd);
    return token ? end + close.length() : i;
  }

  /** The place behind the sign of a variable: {@code {!x} {{ $x }}}. */
  private static int nameStart(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    boolean sign = i < text.length() && (text.charAt(i) == '!' || text.charAt(i) == '$');
    return sign ? i + 1 : start;
  }

  /** {@code { name: 'x' }} and {@code { name, age }} are code. */
  private static boolean isObject(String text, int nameEnd) {
    char sign = text.charAt(nameEnd);
    return (sign == ':' || sign == ',') && text.startsWith(" ", nameEnd + 1);
  }

  /** {@code name%price%} and {@code 5%-10%}: signs behind or before a word open no field. */
  private static boolean isInsideWord(String text, int open, int close) {
    boolean before = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1));
    boolean after = close + 1 < text.length() && Character.isLetterOrDigit(text.charAt(close + 1));
    return before || after;
  }

  private static int markup(String text, int i) {
    int end = field(text, i, "<", ">", false);
    return end > i && MARKUP.contains(text.substring(i + 1, end - 1)) ? i : end;
  }

  private static int closing(String text, int start, String close) {
    int limit = Math.min(text.length() - close.length(), start + MAX_LENGTH);
    for (int i = start; i <= limit; i++) {
      char c = text.charAt(i);
      if (text.startsWith(close, i)) {
        return i > start ? i : -1;
      }
      if (c == '\n' || c == '\r') {
        return -1;
      }
    }
    return -1;
  }

  /** The end of a field name in front of a default value such as {@code |there}. */
  private static int nameEnd(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (FILTERS.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return end;
  }

  private static boolean isIdentifier(String text, int start, int end) {
    boolean letter = false;
    int digits = start;
    while (digits < end && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits > start && (digits >= end || text.charAt(digits) != '.')) {
      return false;
    }
    for (int i = digits; i < end; i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      if (!Character.isLetterOrDigit(c) && "_.- #/^()'\"@".indexOf(c) < 0) {
        return false;
      }
    }
    return letter;
  }

  /** {@code %FIRST_NAME_1%}: capitals and underscores, with one word of a field name. */
  private static boolean isCapitalField(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && c != '_' && !Character.isDigit(c)) {
        return false;
      }
    }
    for (String part : text.substring(start, end).split("_")) {
      String folded = NameMatch.lower(part);
      if (FIELDS.contains(folded) || PARTS.contains(folded)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFieldName(String text, int start, int end) {
    StringBuilder whole = new StringBuilder();
    int part = 0;
    boolean allKnown = true;
    boolean field = false;
    for (int i = start; i <= end; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      boolean hump = i > start && Character.isUpperCase(c) && wasLower(text, i);
      if (whole.length() > part && (hump || !Character.isLetter(c))) {
        String word = whole.substring(part);
        boolean known = FIELDS.contains(word);
        field |= known || isHalfField(word);
        allKnown &= known || PARTS.contains(word) || part > 0 && LINKS.contains(word);
        part = whole.length();
      }
      if (Character.isLetter(c)) {
        whole.append(Character.toLowerCase(c));
      } else if (" _.-'\u2019".indexOf(c) < 0 && !(Character.isDigit(c) && whole.length() > 0)) {
        return false;
      }
    }
    return FIELDS.contains(whole.toString()) || allKnown && field;
  }

  private static boolean isHalfField(String word) {
    return word.equals("employer") || word.equals("recipient") || word.equals("prospect");
  }

  static boolean wasLower(String text, int i) {
    return Character.isLowerCase(text.charAt(i - 1));
  }
}
