package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads the messages in an export of Facebook or Instagram in JSON.
 *
 * <p>The heads of all threads are read first, since only they tell who owns the export; then the
 * threads are handed out, each an input of its own, whose files {@code message_1.json}, {@code
 * message_2.json} … follow one another. People have no address there, only names. Calls, reactions
 * and messages that were taken back are out of scope.
 */
public final class MetaReader implements ArchiveReader {

  private static final Set<String> PROFILES =
      Set.of("profile_information.json", "personal_information.json");

  private static final String PAGE = "message";
  private static final String JSON = ".json";

  private final ChatPhrases phrases = ChatPhrases.load();

  /** Whether a file is named as the one that tells about the owner. */
  static boolean isProfile(ExportFile file) {
    return PROFILES.contains(file.base());
  }

  /** Whether a file is named as one of several files of a thread, {@code message_1.json}. */
  static boolean isPage(ExportFile file) {
    return pageOf(file) >= 0;
  }

  private static int pageOf(ExportFile file) {
    String name = file.base();
    if (!name.startsWith(PAGE) || !name.endsWith(JSON)) {
      return -1;
    }
    String number = name.substring(PAGE.length(), name.length() - JSON.length());
    if (number.isEmpty()) {
      return 0;
    }
    boolean digits =
        number.length() > 1
            && number.length() < 8
            && number.charAt(0) == '_'
            && number.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(number.substring(1)) : -1;
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    try (ExportFiles files = ExportFiles.of(part)) {
      read(part, files, out);
    } catch (IOException e) {
      ChatInput.reject(part, InputFormat.FACEBOOK, e, out);
    }
  }

  private void read(ArchivePart part, ExportFiles files, Consumer<Parsed> out) {
    List<ExportFile> profiles = new ArrayList<>();
    Map<String, List<ExportFile>> threads = new TreeMap<>();
    for (ExportFile file : files.files()) {
      if (isProfile(file)) {
        profiles.add(file);
      } else {
        String thread = isPage(file) ? file.folder() : file.path();
        threads.computeIfAbsent(thread, path -> new ArrayList<>()).add(file);
      }
    }
    MetaOwner owner = new MetaOwner(phrases);
    profiles.forEach(file -> ChatInput.glance(files, file, owner::profile));
    Map<String, MetaThread> heads = new TreeMap<>();
    threads.forEach(
        (path, pages) -> {
          pages.sort(Comparator.comparingInt(MetaReader::pageOf).thenComparing(ExportFile::path));
          heads.put(path, MetaThread.of(files, path, pages));
          owner.thread(heads.get(path).people());
        });
    owner.claims(part.archive_id()).forEach(claim -> out.accept(Parsed.of(claim)));
    InputFormat format = format(part, profiles);
    threads.forEach(
        (path, pages) -> thread(part, files, format, heads.get(path), pages, owner, out));
    profiles(part, files, profiles, out);
  }

  private void thread(
      ArchivePart part,
      ExportFiles files,
      InputFormat format,
      MetaThread thread,
      List<ExportFile> pages,
      MetaOwner owner,
      Consumer<Parsed> out) {
    String id = ContentHash.shortOf(part.archive_id(), format.label(), thread.path());
    InputTally tally = new InputTally(id, format, ChatInput.bytes(pages));
    ChatInput input = new ChatInput(part, files, tally, out);
    for (ExportFile page : pages) {
      input.read(
          page,
          in ->
              new MetaMessages(
                  new ChatJsonReader(ChatText.decoded(in)), thread, owner.name(), phrases));
    }
    input.end();
  }

  /** What tells about the owner is one record a file, rejected if it is broken. */
  private static void profiles(
      ArchivePart part, ExportFiles files, List<ExportFile> profiles, Consumer<Parsed> out) {
    InputTally tally =
        new InputTally(part.input_id(), InputFormat.OTHER, ChatInput.bytes(profiles));
    ChatInput input = new ChatInput(part, files, tally, out);
    for (ExportFile file : profiles) {
      input.read(file, in -> new ChatUnread(new ChatJsonReader(ChatText.decoded(in))));
    }
    input.end();
  }

  /** The messages look alike; the names of the archive and of its folders tell the two apart. */
  private static InputFormat format(ArchivePart part, List<ExportFile> profiles) {
    boolean instagram =
        isInstagram(lastOf(part.root()))
            || isInstagram(lastOf(part.inner()))
            || part.files().stream().anyMatch(MetaReader::isInInstagram)
            || profiles.stream().anyMatch(file -> file.base().equals("personal_information.json"));
    return instagram ? InputFormat.INSTAGRAM : InputFormat.FACEBOOK;
  }

  /** Only the folders above the messages: a thread may be named after anything. */
  private static boolean isInInstagram(String path) {
    for (String folder : path.split("[/\\\\]", -1)) {
      if (folder.equals("messages")) {
        return false;
      }
      if (isInstagram(folder)) {
        return true;
      }
    }
    return false;
  }

  private static String lastOf(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static boolean isInstagram(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("instagram") || lower.startsWith("your_instagram");
  }
}
