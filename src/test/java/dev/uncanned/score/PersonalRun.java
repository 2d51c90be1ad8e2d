package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerFacts;
import dev.uncanned.synthetic.PersonalMessage;
import dev.uncanned.text.Masker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages of known levels, taken through masking, customisation and personalisation. */
final class PersonalRun {

  static final Contact SENDER =
      new Contact(
          "Olga Brandt", null, "olga@ladeliste.example", "Olga", "Brandt", "Ladeliste", "Founder");
  private static final Instant SENT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String SENDER_ID = "sender";

  private final Masker masker = new Masker();
  private final List<PersonalMessage> messages;
  private final Map<String, OwnerFacts> owners = new HashMap<>();

  PersonalRun(List<PersonalMessage> messages) {
    this.messages = messages;
    for (PersonalMessage message : messages) {
      owners.put(
          readerId(message),
          new OwnerFacts(
              message.headline(),
              null,
              message.place(),
              List.of(message.company(), message.past()),
              List.of(message.title()),
              List.of()));
    }
  }

  static String readerId(PersonalMessage message) {
    return "reader" + message.reader();
  }

  static String messageId(PersonalMessage message) {
    return "m" + message.reader();
  }

  static Contact contact(PersonalMessage message) {
    return new Contact(
        message.first() + ' ' + message.last(),
        null,
        message.email(),
        message.first(),
        message.last(),
        message.company(),
        message.title());
  }

  KnownPeople people() {
    return KnownPeople.of(owners);
  }

  private String masked(PersonalMessage message) {
    return masker.mask(message.text(), SENDER, List.of(contact(message))).text();
  }

  Map<String, Customised> customised() {
    Map<String, List<ScopedText>> scopes = new TreeMap<>();
    for (PersonalMessage message : messages) {
      scopes
          .computeIfAbsent(message.template(), key -> new ArrayList<>())
          .add(
              new ScopedText(
                  message.template(),
                  Scope.TEMPLATE,
                  messageId(message),
                  SENDER_ID,
                  readerId(message),
                  masked(message),
                  false,
                  false));
    }
    Map<String, Customised> customised = new HashMap<>();
    for (List<ScopedText> scope : scopes.values()) {
      new Customisation(ScoreConfig.DEFAULT)
          .customised(scope.iterator())
          .forEachRemaining(result -> customised.put(result.message_id(), result));
    }
    return customised;
  }

  Map<String, long[]> segments() {
    Map<String, List<SegmentMember>> templates = new TreeMap<>();
    for (PersonalMessage message : messages) {
      templates
          .computeIfAbsent(message.template(), key -> new ArrayList<>())
          .add(
              new SegmentMember(
                  message.template(), masked(message), message.title(), message.email()));
    }
    Map<String, long[]> segments = new HashMap<>();
    templates.forEach(
        (template, members) ->
            segments.put(template, new Segments().of(template, members.iterator()).segments()));
    return segments;
  }

  Crowd crowd() {
    KnownPeople people = people();
    return new Crowd(
        messages.stream()
            .map(m -> CrowdMember.of(readerId(m), people.facts(null, readerId(m), contact(m))))
            .toList());
  }

  /** The result of each message, by its id. */
  Map<String, Personal> results() {
    return results(messages);
  }

  /** The result of one message. */
  Personal result(int reader) {
    List<PersonalMessage> one = messages.stream().filter(m -> m.reader() == reader).toList();
    return results(one).get("m" + reader);
  }

  private Map<String, Personal> results(List<PersonalMessage> judged) {
    Map<String, Customised> customised = customised();
    Map<String, long[]> segments = segments();
    Personalisation personalisation = new Personalisation(people());
    Recall recall = new Recall(crowd());
    Map<String, Personal> results = new HashMap<>();
    for (PersonalMessage message : judged) {
      List<DyadLine> lines = new ArrayList<>();
      int day = 1;
      for (String told : message.told()) {
        lines.addAll(personalisation.lines(told(message, told, day++)));
      }
      Customised own = customised.get(messageId(message));
      lines.addAll(
          personalisation.lines(text(message, own.spans(), segments.get(message.template()))));
      recall
          .results(lines.iterator())
          .forEachRemaining(
              result -> {
                if (result.message_id().equals(messageId(message))) {
                  results.put(result.message_id(), result);
                }
              });
    }
    return results;
  }

  static PersonalText told(PersonalMessage message, String told, int day) {
    return new PersonalText(
        messageId(message) + "-told" + day,
        readerId(message),
        List.of(SENDER_ID),
        SENT.minusSeconds(86_400L * day),
        told,
        message.lang(),
        null,
        contact(message),
        List.of(SENDER),
        null,
        null);
  }

  static PersonalText text(PersonalMessage message, List<Integer> spans, long[] segments) {
    return new PersonalText(
        messageId(message),
        SENDER_ID,
        List.of(readerId(message)),
        SENT,
        message.text(),
        message.lang(),
        null,
        SENDER,
        List.of(contact(message)),
        spans,
        segments);
  }

  /** The same message as the permutation reads it. */
  static PermutationText permuted(PersonalMessage message, List<Integer> spans) {
    return new PermutationText(
        message.template(),
        messageId(message),
        SENDER_ID,
        List.of(readerId(message)),
        SENT,
        message.text(),
        message.lang(),
        SENDER,
        List.of(contact(message)),
        spans);
  }
}
