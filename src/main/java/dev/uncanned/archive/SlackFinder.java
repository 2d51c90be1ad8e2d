package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recognises exports of Slack: folders of files that are named by days and hold arrays of messages.
 *
 * <p>The folder above the channels is the archive. Each channel is an input and is read together
 * with the lists of people and channels, which are an input of their own.
 */
final class SlackFinder implements FormatFinder {

  private static final int HEAD_BYTES = 1 << 16;

  /** Days that are looked into before a folder is taken for something else. */
  private static final int LOOKS = 3;

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Map<String, List<ExportFile>> days = new TreeMap<>();
    Map<String, List<ExportFile>> lists = new TreeMap<>();
    for (ExportFile file : left) {
      if (SlackReader.isDay(file)) {
        days.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(file);
      } else if (SlackReader.isList(file)) {
        lists.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(file);
      }
    }
    Set<String> roots = new HashSet<>();
    List<FoundInput> found = new ArrayList<>();
    days.forEach(
        (folder, channel) -> {
          String root = rootOf(folder);
          if ((roots.contains(root) && lists.containsKey(root)) || isChannel(files, channel)) {
            roots.add(root);
            found.add(channel(root, folder, lists.getOrDefault(root, List.of()), channel));
          }
        });
    roots.stream()
        .sorted()
        .filter(lists::containsKey)
        .forEach(root -> found.add(input(root, root, lists.get(root))));
    return found;
  }

  private static FoundInput channel(
      String root, String folder, List<ExportFile> lists, List<ExportFile> days) {
    List<ExportFile> members = new ArrayList<>(lists);
    members.addAll(days);
    return FoundInput.whole(
        ArchivePart.Kind.SLACK, root, folder, paths(members), ChatInput.bytes(days));
  }

  private static FoundInput input(String root, String path, List<ExportFile> members) {
    return FoundInput.whole(
        ArchivePart.Kind.SLACK, root, path, paths(members), ChatInput.bytes(members));
  }

  private static List<String> paths(List<ExportFile> files) {
    return files.stream().map(ExportFile::path).toList();
  }

  private static String rootOf(String folder) {
    int cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'));
    return cut < 0 ? "" : folder.substring(0, cut);
  }

  private static boolean isChannel(ExportFiles files, List<ExportFile> days) {
    return days.stream().limit(LOOKS).anyMatch(day -> isDay(files, day));
  }

  private static boolean isDay(ExportFiles files, ExportFile day) {
    try (InputStream in = files.open(day)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return holdsMessage(head);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether the first element of an array looks like a message, as far as the head shows it. */
  private static boolean holdsMessage(byte[] head) {
    boolean typed = false;
    boolean spoken = false;
    try (ChatJsonReader json =
        new ChatJsonReader(ChatText.decoded(new ByteArrayInputStream(head)))) {
      boolean object = json.root() && json.enterArray() && json.element() && json.enterObject();
      for (String key = object ? json.field() : null; key != null; key = json.field()) {
        switch (key) {
          case "type" -> typed = "message".equals(json.text());
          case "text", "user", "bot_id" -> spoken = true;
          case "ts" -> {
            if (SlackDay.time(json.text()) != null) {
              return true;
            }
          }
          default -> {
            // Says nothing of what it is.
          }
        }
      }
    } catch (IOException cut) {
      return typed && spoken;
    }
    return typed && spoken;
  }
}
