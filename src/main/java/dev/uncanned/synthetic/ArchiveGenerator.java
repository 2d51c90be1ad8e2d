package dev.uncanned.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the archives of a team that does not exist, with the truth about each message.
 *
 * <p>In the given folder come to lie {@code archives/}, {@code roster.csv}, {@code truth.csv} and
 * {@code README.md}, which says what was planted. The same configuration writes the same bytes
 * whatever the locale and the time zone; packed files also depend on the zlib of the Java platform.
 * Memory holds one archive at a time.
 */
public final class ArchiveGenerator {

  private static final int UNPACKED = 2;
  private static final int WRAPPED = 3;
  private static final int EXPORTED_TWICE = 4;
  private static final int MAILDIR = 1;
  private static final int MAIL_FILES = 4;

  private final GeneratorConfig config;

  public ArchiveGenerator(GeneratorConfig config) {
    this.config = config;
  }

  /**
   * Writes everything.
   *
   * @param out a folder, made if it does not exist; files of the same names are replaced
   * @throws IOException if something cannot be written
   */
  public void generate(Path out) throws IOException {
    Path archives = Files.createDirectories(out.resolve("archives"));
    World world = new World(config);
    Tally tally = new Tally();
    writeRoster(out.resolve("roster.csv"), world);
    try (TruthWriter truth = new TruthWriter(out.resolve("truth.csv"), tally)) {
      for (int i = 0; i < world.senders(); i++) {
        write(mailbox(world, i), archives, truth, tally);
      }
    }
    Files.writeString(out.resolve("README.md"), new Guide(config, tally).text());
  }

  private static Mailbox mailbox(World world, int number) {
    boolean mail = turn(number) == MAILDIR || turn(number) == MAIL_FILES;
    Mailbox mailbox = new Mailbox(number, world.member(number), mail);
    Prose prose = new Prose(world.corpus, world.random("prose", number));
    Prose others = new Prose(world.corpus, world.random("others", number));
    Answers answers = new Answers(world, mailbox, prose, others, world.random("answers", number));
    SplittableRandom random = world.random("mailbox", number);
    SharedScenes scenes = new SharedScenes(world);
    scenes.addColleague(mailbox);
    scenes.addOutsiders(mailbox, random, answers);
    int budget = world.config.budget(number);
    List<Campaign> plan = new CampaignPlan(world.shelf).of(number, budget, mail, random);
    new Outreach(world, mailbox, answers, random).run(plan);
    new DailyLife(world, mailbox, answers, random).fill(budget);
    return mailbox;
  }

  private static int turn(int number) {
    return number % Generation.values().length;
  }

  private static void write(Mailbox mailbox, Path archives, TruthWriter truth, Tally tally)
      throws IOException {
    Generation generation = Generation.values()[turn(mailbox.number)];
    String name = name(mailbox);
    String file = exportName(mailbox.number, name);
    boolean damaged = mailbox.number == UNPACKED;
    if (damaged) {
      tally.addDamaged();
    }
    try (Shelving shelving = shelving(mailbox.number, archives.resolve(file))) {
      writeExport(shelving, generation, mailbox, damaged, truth.archive(file, mailbox));
    }
    if (mailbox.number == EXPORTED_TWICE) {
      writeOlderExport(mailbox, archives.resolve(name + "_older-export.zip"), tally);
    }
    if (mailbox.hasMail) {
      boolean maildir = turn(mailbox.number) == MAILDIR;
      String folder = name + (maildir ? "-maildir" : "-mail");
      new MailFolderWriter(archives.resolve(folder), maildir)
          .write(mailbox.letters, truth.archive(folder, mailbox));
    }
  }

  private static void writeExport(
      Shelving shelving, Generation generation, Mailbox mailbox, boolean damaged, RowSink rows)
      throws IOException {
    new LinkedInExport(generation, mailbox.owner).write(shelving, mailbox.letters, damaged, rows);
    new ExportSideFiles(generation, mailbox.owner).write(shelving, mailbox.letters, rows);
  }

  /** The same member half a year earlier, in the format of that time. */
  private static void writeOlderExport(Mailbox mailbox, Path file, Tally tally) throws IOException {
    Mailbox earlier = new Mailbox(mailbox.number, mailbox.owner, false);
    mailbox.letters.stream()
        .filter(letter -> letter.at() < Calendar.OLDER_EXPORT)
        .forEach(earlier::add);
    try (Shelving shelving = Shelving.zip(file, "")) {
      RowSink rows =
          (letter, key, at, text) -> {
            if (letter.wording().kind().inScope()) {
              tally.addRepeated();
            }
          };
      writeExport(shelving, Generation.V1, earlier, false, rows);
    }
  }

  private static Shelving shelving(int number, Path path) throws IOException {
    if (number == UNPACKED) {
      return Shelving.folder(path);
    }
    return Shelving.zip(path, number == WRAPPED ? "Complete_LinkedInDataExport_10-31-2026/" : "");
  }

  private static String name(Mailbox mailbox) {
    return String.format(
        Locale.ROOT,
        "%02d-%s-%s",
        mailbox.number + 1,
        Cast.ascii(mailbox.owner.first(), "team"),
        Cast.ascii(mailbox.owner.last(), "member"));
  }

  private static String exportName(int number, String name) {
    String base = name + "_LinkedInDataExport_10-31-2026";
    if (number == UNPACKED) {
      return base;
    }
    return base + (turn(number) == Generation.V5.ordinal() ? ".zip.zip" : ".zip");
  }

  private static void writeRoster(Path file, World world) throws IOException {
    CsvText roster = new CsvText(false);
    roster.add(List.of("sender", "email", "profile_url", "team"));
    for (int i = 0; i < world.senders(); i++) {
      Person member = world.member(i);
      roster.add(List.of(member.fullName(), member.email(), member.url(), world.teamOf(i)));
    }
    Files.writeString(file, roster.toString());
  }
}
