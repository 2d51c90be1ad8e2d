package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.NullReason;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds in a text what speaks of its recipient.
 *
 * <p>A name is a merge field wherever it stands. A company or a position is one in words that
 * others got too; in customised words it is a reference to the recipient, as is any other fact that
 * is known of the recipient, provided that the sentence has {@value #BESIDE} customised words
 * besides. What a customised sentence that speaks to its reader names otherwise stays unverified,
 * unless the recipient wrote of it before, which {@link Recall} knows.
 *
 * <p>Not thread-safe.
 */
public final class Personalisation implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int BESIDE = 3;
  private static final int MAX_SENDERS = 256;
  private static final int[] NOTHING = {};

  private final KnownPeople people;
  private final TextPlaces textPlaces;
  private transient Map<Contact, Set<String>> owns;

  /**
   * Personalisation towards people of whom the archives tell.
   *
   * @param people what is known of the owners of archives
   */
  public Personalisation(KnownPeople people) {
    this(people, new TextPlaces());
  }

  /** The same, which shares the places of tokens with others that read the same texts. */
  Personalisation(KnownPeople people, TextPlaces textPlaces) {
    this.people = people;
    this.textPlaces = textPlaces;
  }

  /** One line for each recipient; none where the message is neither judged nor remembered. */
  public List<DyadLine> lines(PersonalText text) {
    boolean eligible = text.null_reason() == null;
    boolean mechanical =
        text.null_reason() == NullReason.AUTOMATIC || text.null_reason() == NullReason.ONE_TAP;
    if (mechanical || text.text() == null || text.null_reason() == NullReason.NO_TEXT) {
      return List.of();
    }
    if (text.recipient_ids().isEmpty()) {
      return eligible
          ? List.of(unknown(text, null, null, null, Personal.Unknown.NO_RECIPIENT))
          : List.of();
    }
    TokenPlaces places = textPlaces.of(text.text(), text.sender(), text.recipients());
    Reading reading = new Reading(text, places);
    List<DyadLine> lines = new ArrayList<>(text.recipient_ids().size());
    int[] told = reading.told();
    for (int i = 0; i < text.recipient_ids().size(); i++) {
      String recipient = text.recipient_ids().get(i);
      Contact contact = i < text.recipients().size() ? text.recipients().get(i) : null;
      if (!eligible) {
        if (told != null && contact != null) {
          lines.add(remembered(text, recipient, told));
        }
      } else if (text.spans() == null) {
        lines.add(unknown(text, recipient, contact, told, Personal.Unknown.FEW_COPIES));
      } else {
        lines.add(reading.line(recipient, contact, told));
      }
    }
    return lines;
  }

  /** The sender's own words, kept for the next messages: few people send many. */
  private Set<String> own(Contact sender) {
    if (sender == null) {
      return Set.of();
    }
    if (owns == null || owns.size() >= MAX_SENDERS) {
      owns = new HashMap<>();
    }
    return owns.computeIfAbsent(sender, Anchors::own);
  }

  private DyadLine unknown(
      PersonalText text, String recipient, Contact contact, int[] told, Personal.Unknown reason) {
    RecipientFacts facts = people.facts(text.sender_id(), recipient, contact);
    return new DyadLine(
        text.message_id(),
        text.sender_id(),
        recipient,
        text.sent_at(),
        told,
        true,
        List.of(),
        List.of(),
        NOTHING,
        facts.fields(),
        facts.hasProfile(),
        reason);
  }

  private static DyadLine remembered(PersonalText text, String recipient, int[] told) {
    return new DyadLine(
        text.message_id(),
        text.sender_id(),
        recipient,
        text.sent_at(),
        told,
        false,
        List.of(),
        List.of(),
        NOTHING,
        0,
        false,
        null);
  }

  /** One text while its recipients are looked at one after the other. */
  private final class Reading {
    private final PersonalText text;
    private final TokenPlaces places;
    private final boolean[] customised;
    private final boolean anyCustomised;
    private List<Sentence> sentences;
    private List<Anchor> anchors;
    private Anchors finder;

    private Reading(PersonalText text, TokenPlaces places) {
      this.text = text;
      this.places = places;
      this.customised = Sentences.customised(places.count(), text.spans());
      this.anyCustomised = text.spans() != null && !text.spans().isEmpty();
    }

    private Anchors finder() {
      if (finder == null) {
        finder =
            new Anchors(text.text(), places, text.lang(), own(text.sender()), text.recipients());
      }
      return finder;
    }

    /** What the message tells; null where all of it is canned or nobody can be told apart. */
    private int[] told() {
      boolean canned = text.spans() != null && !anyCustomised;
      if (canned || text.recipients().isEmpty()) {
        return null;
      }
      int[] told = finder().told(text.spans() == null ? null : customised);
      return told.length == 0 ? null : told;
    }

    private List<Sentence> sentences() {
      if (sentences == null) {
        sentences = anyCustomised ? Sentences.of(text.text(), places, text.spans()) : List.of();
      }
      return sentences;
    }

    private List<Anchor> anchors() {
      if (anchors == null) {
        anchors = new ArrayList<>();
        for (Sentence sentence : sentences()) {
          if (sentence.customised()) {
            boolean speaks = finder().speaksToReader(sentence);
            for (Anchor anchor : finder().of(sentence)) {
              if (isCustomised(anchor.first_token(), anchor.end_token())) {
                anchors.add(speaks ? anchor : anchor.mute());
              }
            }
          }
        }
      }
      return anchors;
    }

    private boolean isCustomised(int from, int to) {
      for (int i = from; i < to; i++) {
        if (customised[i]) {
          return true;
        }
      }
      return false;
    }

    private DyadLine line(String recipient, Contact contact, int[] told) {
      RecipientFacts known = people.facts(text.sender_id(), recipient, contact);
      Findings findings = new Findings(this, known, contact);
      findings.find();
      return new DyadLine(
          text.message_id(),
          text.sender_id(),
          recipient,
          text.sent_at(),
          contact == null ? null : told,
          true,
          findings.evidence,
          findings.open(),
          findings.facts(),
          known.fields(),
          known.hasProfile(),
          null);
    }
  }

  /** What one text shows of one recipient. */
  private static final class Findings {
    private final Reading reading;
    private final RecipientFacts known;
    private final Contact contact;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Integer> facts = new ArrayList<>();
    private final List<int[]> taken = new ArrayList<>();

    private Findings(Reading reading, RecipientFacts known, Contact contact) {
      this.reading = reading;
      this.known = known;
      this.contact = contact;
    }

    private void find() {
      TokenPlaces places = reading.places;
      for (int i = 0; i < places.count(); i++) {
        if (!places.isWord(i)) {
          placeholder(i);
        }
      }
      for (Sentence sentence : reading.sentences()) {
        if (sentence.customised_words() > BESIDE) {
          mentions(sentence);
        }
      }
      long[] segments = reading.text.segments();
      if (segments != null && contact != null) {
        Segments.in(places.masked(), segments, contact)
            .forEach(span -> add(Reference.SEGMENT, span[0], span[1]));
      }
    }

    private void placeholder(int i) {
      if (reading.places.is(i, Placeholder.FIRST)) {
        add(Reference.MERGE_FIRST, i, i + 1);
      } else if (reading.places.is(i, Placeholder.LAST)) {
        add(Reference.MERGE_LAST, i, i + 1);
      } else if (reading.places.is(i, Placeholder.ORG)) {
        field(i, Reference.MERGE_ORG, Reference.COMPANY, known.company());
      } else if (reading.places.is(i, Placeholder.TITLE)) {
        field(i, Reference.MERGE_TITLE, Reference.TITLE, known.title());
      }
    }

    private void field(int i, Reference merged, Reference written, int fact) {
      // In a text to several people the field may be another one's.
      if (reading.text.recipients().size() > 1 && !isOwn(i, merged)) {
        return;
      }
      if (!reading.customised[i] || !hasWordsBeside(i, i + 1)) {
        add(merged, i, i + 1);
        return;
      }
      add(written, i, i + 1);
      facts.add(fact);
    }

    private boolean isOwn(int i, Reference merged) {
      String field =
          contact == null
              ? null
              : merged == Reference.MERGE_ORG ? contact.company() : contact.title();
      if (field == null || field.isBlank()) {
        return false;
      }
      String[] own = WordKeys.of(field, 1);
      String[] shown =
          WordKeys.of(
              reading.text.text().substring(reading.places.start(i), reading.places.end(i)), 1);
      return own.length > 0 && shown.length > 0 && own[0].equals(shown[0]);
    }

    private boolean hasWordsBeside(int from, int to) {
      for (Sentence sentence : reading.sentences()) {
        if (from >= sentence.first_token() && from < sentence.end_token()) {
          int words = sentence.customised_words();
          for (int i = from; i < to; i++) {
            words -= reading.customised[i] && reading.places.isWord(i) ? 1 : 0;
          }
          return words >= BESIDE;
        }
      }
      return false;
    }

    private void mentions(Sentence sentence) {
      for (RecipientFacts.Match match :
          known.in(
              reading.text.text(), reading.places, sentence.first_token(), sentence.end_token())) {
        if (reading.isCustomised(match.firstToken(), match.endToken())
            && hasWordsBeside(match.firstToken(), match.endToken())) {
          add(match.type(), match.firstToken(), match.endToken());
          facts.add(match.fact());
          taken.add(new int[] {match.firstToken(), match.endToken()});
        }
      }
    }

    private void add(Reference type, int from, int to) {
      evidence.add(Evidence.of(type, reading.places.start(from), reading.places.end(to - 1)));
    }

    /** The facts that were found, each once, in rising order. */
    private int[] facts() {
      return facts.isEmpty()
          ? NOTHING
          : facts.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    /** The anchors that no fact has verified. */
    private List<Anchor> open() {
      if (taken.isEmpty()) {
        return reading.anchors();
      }
      List<Anchor> open = new ArrayList<>();
      for (Anchor anchor : reading.anchors()) {
        boolean verified =
            taken.stream().anyMatch(t -> t[0] < anchor.end_token() && anchor.first_token() < t[1]);
        if (!verified) {
          open.add(anchor);
        }
      }
      return open;
    }
  }
}
