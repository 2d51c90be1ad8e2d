package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recognises the message files of Facebook and Instagram by the keys that open them.
 *
 * <p>All threads of an archive are one piece of work, because only together they tell who owns it;
 * each thread is an input. The archive is the folder above {@code messages}.
 */
final class MetaFinder implements FormatFinder {

  private static final int HEAD_BYTES = 1 << 16;
  private static final String MESSAGES = "messages";
  private static final String ACTIVITY = "your_";

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Map<String, List<String>> threads = new TreeMap<>();
    Map<String, Long> bytes = new TreeMap<>();
    List<ExportFile> profiles = new ArrayList<>();
    for (ExportFile file : left) {
      if (MetaReader.isProfile(file)) {
        profiles.add(file);
      } else if (file.base().endsWith(".json") && isThread(files, file)) {
        String root = rootOf(file);
        threads.computeIfAbsent(root, key -> new ArrayList<>()).add(file.path());
        bytes.merge(root, file.size(), Long::sum);
      }
    }
    List<FoundInput> found = new ArrayList<>();
    threads.forEach(
        (root, paths) -> {
          List<String> members = new ArrayList<>();
          for (ExportFile profile : profiles) {
            if (root.equals(ownerOf(profile, threads.keySet()))) {
              members.add(profile.path());
            }
          }
          members.addAll(paths);
          found.add(FoundInput.whole(ArchivePart.Kind.META, root, root, members, bytes.get(root)));
        });
    return found;
  }

  /** The innermost archive that a profile lies in; null if it lies in none. */
  private static String ownerOf(ExportFile profile, Set<String> roots) {
    return roots.stream()
        .filter(profile::isBelow)
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /** The folder above {@code messages}; without one, the folder of the threads. */
  private static String rootOf(ExportFile file) {
    String[] steps = file.folder().replace('\\', '/').split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      if (steps[i].equals(MESSAGES)) {
        int end = i > 0 && steps[i - 1].startsWith(ACTIVITY) ? i - 1 : i;
        return String.join("/", List.of(steps).subList(0, end));
      }
    }
    boolean thread = MetaReader.isPage(file) && steps.length > 0;
    int end = thread ? steps.length - 1 : steps.length;
    return String.join("/", List.of(steps).subList(0, end));
  }

  private static boolean isThread(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return opensThread(in.readNBytes(HEAD_BYTES), MetaReader.isPage(file));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Whether the keys are those of a thread, as far as the head shows them.
   *
   * @param named whether the name is that of a thread, so that less of a look is enough
   */
  private static boolean opensThread(byte[] head, boolean named) {
    boolean people = false;
    try (ChatJsonReader json =
        new ChatJsonReader(ChatText.decoded(new ByteArrayInputStream(head)))) {
      boolean object = json.root() && json.enterObject();
      for (String key = object ? json.field() : null; key != null; key = json.field()) {
        if (key.equals("participants")) {
          people = json.enterArray();
          while (people && json.element()) {
            // Their names do not matter here.
          }
        } else if (key.equals(MESSAGES) && json.enterArray()) {
          return json.element() ? json.enterObject() && isMessage(json) : people;
        }
      }
    } catch (IOException cut) {
      return people && named;
    }
    return false;
  }

  private static boolean isMessage(ChatJsonReader json) throws IOException {
    for (String key = json.field(); key != null; key = json.field()) {
      if (key.equals("sender_name") || key.equals("senderName")) {
        return true;
      }
    }
    return false;
  }
}
