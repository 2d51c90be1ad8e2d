package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a channel or a direct conversation of a Slack export: a folder with a JSON file a day.
 *
 * <p>A workspace has no owner, so direction stays open. People are known by their e-mail address
 * where {@code users.json} has it, else by {@code slack.com/team/ID}. In a direct message the
 * recipients are the other members; who reads a channel is not known. Bots, joins, leaves and other
 * lines that Slack writes are out of scope.
 */
public final class SlackReader implements ArchiveReader {

  private static final Set<String> LISTS =
      Set.of(
          "users.json",
          "org_users.json",
          "channels.json",
          "groups.json",
          "dms.json",
          "mpims.json",
          "integration_logs.json",
          "canvases.json",
          "lists.json",
          "file_conversations.json",
          "huddle_transcripts.json");

  private static final String DAY = "dddd-dd-dd.json";

  /** Whether a file is named as the messages of a day are. */
  static boolean isDay(ExportFile file) {
    String name = file.base();
    if (name.length() != DAY.length()) {
      return false;
    }
    for (int i = 0; i < DAY.length(); i++) {
      boolean digit = name.charAt(i) >= '0' && name.charAt(i) <= '9';
      if (DAY.charAt(i) == 'd' ? !digit : name.charAt(i) != DAY.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file is named as one of the lists that stand beside the channels. */
  static boolean isList(ExportFile file) {
    return LISTS.contains(file.base());
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    try (ExportFiles files = ExportFiles.of(part)) {
      List<ExportFile> days = new ArrayList<>();
      List<ExportFile> lists = new ArrayList<>();
      files.files().forEach(file -> (isDay(file) ? days : lists).add(file));
      if (days.isEmpty()) {
        lists(part, files, lists, out);
      } else {
        channel(part, files, lists, days, out);
      }
    } catch (IOException e) {
      ChatInput.reject(part, InputFormat.SLACK, e, out);
    }
  }

  private static void channel(
      ArchivePart part,
      ExportFiles files,
      List<ExportFile> lists,
      List<ExportFile> days,
      Consumer<Parsed> out) {
    SlackPeople people = SlackPeople.of(files, lists);
    SlackChannel channel = SlackChannel.of(files, lists, days.get(0).folder());
    InputTally tally = new InputTally(part.input_id(), InputFormat.SLACK, ChatInput.bytes(days));
    ChatInput input = new ChatInput(part, files, tally, out);
    for (ExportFile day : days) {
      input.read(
          day, in -> new SlackDay(new ChatJsonReader(ChatText.decoded(in)), people, channel));
    }
    input.end();
  }

  /** The lists hold no messages; each is one record, rejected if it is broken. */
  private static void lists(
      ArchivePart part, ExportFiles files, List<ExportFile> lists, Consumer<Parsed> out) {
    InputTally tally = new InputTally(part.input_id(), InputFormat.OTHER, ChatInput.bytes(lists));
    ChatInput input = new ChatInput(part, files, tally, out);
    for (ExportFile list : lists) {
      input.read(list, in -> new ChatUnread(new ChatJsonReader(ChatText.decoded(in))));
    }
    input.end();
  }
}
