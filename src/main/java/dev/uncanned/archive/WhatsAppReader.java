package dev.uncanned.archive;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the text file that WhatsApp exports of a chat.
 *
 * <p>It is read twice: the first time to find out in which order its dates are written, who speaks
 * and whose phone it was. Times have no zone and are taken as UTC. People are known by the name
 * that the phone's address book has for them, or by {@code wa.me/NUMBER}. What WhatsApp itself
 * writes, and messages that were taken back, are out of scope.
 */
public final class WhatsAppReader implements ArchiveReader {

  private final ChatPhrases phrases = ChatPhrases.load();

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    try (ExportFiles files = ExportFiles.of(part)) {
      List<ExportFile> chats = files.files();
      InputTally tally =
          new InputTally(part.input_id(), InputFormat.WHATSAPP, ChatInput.bytes(chats));
      ChatInput input = new ChatInput(part, files, tally, out);
      for (ExportFile file : chats) {
        read(part, files, file, input, out);
      }
      input.end();
    } catch (IOException e) {
      ChatInput.reject(part, InputFormat.WHATSAPP, e, out);
    }
  }

  private void read(
      ArchivePart part, ExportFiles files, ExportFile file, ChatInput input, Consumer<Parsed> out) {
    WhatsAppChat chat = new WhatsAppChat(phrases);
    ChatInput.glance(files, file, chat::look);
    String owner =
        titles(part, file).map(chat::owner).filter(Objects::nonNull).findFirst().orElse(null);
    if (owner != null) {
      Contact person = WhatsAppMessages.person(owner);
      out.accept(
          Parsed.of(new OwnerClaim(part.archive_id(), person, OwnerClaim.Evidence.PROFILE, 1)));
    }
    input.read(
        file,
        in -> new WhatsAppMessages(new WhatsAppLines(ChatText.decoded(in)), chat, owner, phrases));
  }

  /** What the export may be named: the file, its folder, the ZIP or the folder around it. */
  private static Stream<String> titles(ArchivePart part, ExportFile file) {
    return Stream.of(file.path(), file.folder(), part.inner(), part.root())
        .map(WhatsAppReader::title);
  }

  private static String title(String path) {
    int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    String name = path.substring(cut + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
