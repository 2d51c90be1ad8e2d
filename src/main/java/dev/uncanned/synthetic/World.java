package dev.uncanned.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What all members of the team have in common: people, texts, prose and the seed. */
final class World {

  static final String COMPANY = "Northlight Software";

  private static final long PER_SENDER = 1_000_000;
  private static final long OUTSIDERS = 1L << 40;
  private static final List<String> TEAMS = List.of("Team North", "Team South");

  final GeneratorConfig config;
  final Cast cast;
  final Corpus corpus = Corpus.load();
  final TemplateShelf shelf = new TemplateShelf();
  private final List<Person> team = new ArrayList<>();

  World(GeneratorConfig config) {
    this.config = config;
    this.cast = new Cast(config.seed());
    for (int i = 0; i < config.senders(); i++) {
      team.add(cast.member(i, COMPANY));
    }
  }

  int senders() {
    return team.size();
  }

  Person member(int number) {
    return team.get(number);
  }

  String teamOf(int number) {
    return TEAMS.get(number % TEAMS.size());
  }

  Person acquaintance(int sender, long number) {
    return cast.person(sender * PER_SENDER + number);
  }

  Person outsider(long number) {
    return cast.person(OUTSIDERS + number);
  }

  SplittableRandom random(String purpose, long number) {
    return Seeds.of(config.seed(), purpose, number);
  }

  /** A message between the owner of an archive and one other person. */
  Letter letter(
      Letter.Way way, Person owner, Person other, long at, boolean outbound, Wording wording) {
    String title = way == Letter.Way.LI_INMAIL ? wording.subject() : "";
    return new Letter(
        way,
        way == Letter.Way.LI_INVITE ? "" : conversation(owner.profile(), other.email()),
        title,
        outbound ? owner : other,
        List.of(outbound ? other : owner),
        at,
        outbound,
        wording);
  }

  /** The id of a conversation in the form that LinkedIn gives it, computed from the people. */
  static String conversation(String one, String other) {
    byte[] name = (one + "\n" + other).getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(name) + "_100";
    return "2-" + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
