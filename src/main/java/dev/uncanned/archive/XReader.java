package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads the direct messages in an archive of X (Twitter).
 *
 * <p>People are only numbers there and known by {@code x.com/i/user/NUMBER}; {@code account.js}
 * names the owner. In a group the recipients are not known. Joins, leaves and reactions are out of
 * scope.
 */
public final class XReader implements ArchiveReader {

  private static final int MAX_NAME_CHARS = 1000;

  /** Whose archive it is; all null if it does not say. */
  record Owner(String id, String name, String email) {

    static final Owner UNKNOWN = new Owner(null, null, null);

    Contact contact() {
      return ChatText.person(name, url(id), null);
    }

    OwnerClaim claim(String archiveId) {
      Contact person = Contact.of(name, url(id), email);
      return new OwnerClaim(archiveId, person, OwnerClaim.Evidence.PROFILE, 1);
    }
  }

  /** The address of a member by the number that never changes. */
  static String url(String id) {
    return "x.com/i/user/" + id;
  }

  /** Skips what stands before the JSON: a name and an equals sign. */
  static ChatJsonReader json(InputStream in) throws IOException {
    Reader text = ChatText.decoded(in);
    int c = text.read();
    for (int n = 0; c >= 0 && c != '=' && n < MAX_NAME_CHARS; n++) {
      c = text.read();
    }
    if (c != '=') {
      text.close();
      throw new UnreadableException(Reason.CHAT_SCHEMA, "no variable is assigned");
    }
    return new ChatJsonReader(text);
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    try (ExportFiles files = ExportFiles.of(part)) {
      List<ExportFile> accounts = new ArrayList<>();
      List<ExportFile> messages = new ArrayList<>();
      for (ExportFile file : files.files()) {
        (isAccount(files, file) ? accounts : messages).add(file);
      }
      if (messages.isEmpty()) {
        account(part, files, accounts, out);
      } else {
        messages(part, files, accounts, messages, out);
      }
    } catch (IOException e) {
      ChatInput.reject(part, InputFormat.X, e, out);
    }
  }

  private static boolean isAccount(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      String head = new String(in.readNBytes(MAX_NAME_CHARS), StandardCharsets.ISO_8859_1);
      return XFinder.variable(head).equals("account");
    } catch (IOException unreadable) {
      return file.base().equals("account.js");
    }
  }

  private static void messages(
      ArchivePart part,
      ExportFiles files,
      List<ExportFile> accounts,
      List<ExportFile> messages,
      Consumer<Parsed> out) {
    List<Owner> owners = new ArrayList<>();
    accounts.forEach(file -> ChatInput.glance(files, file, in -> owners.add(owner(in))));
    Owner owner =
        owners.stream().filter(found -> found.id() != null).findFirst().orElse(Owner.UNKNOWN);
    if (owner.id() != null) {
      out.accept(Parsed.of(owner.claim(part.archive_id())));
    }
    InputTally tally = new InputTally(part.input_id(), InputFormat.X, ChatInput.bytes(messages));
    ChatInput input = new ChatInput(part, files, tally, out);
    for (ExportFile file : messages) {
      input.read(file, in -> new XConversations(json(in), owner));
    }
    input.end();
  }

  /** The account holds no messages; it is one record, rejected if it is broken. */
  private static void account(
      ArchivePart part, ExportFiles files, List<ExportFile> accounts, Consumer<Parsed> out) {
    InputTally tally =
        new InputTally(part.input_id(), InputFormat.OTHER, ChatInput.bytes(accounts));
    ChatInput input = new ChatInput(part, files, tally, out);
    accounts.forEach(file -> input.read(file, in -> new ChatUnread(json(in))));
    input.end();
  }

  /** The first account that a file names. */
  private static Owner owner(InputStream in) throws IOException {
    try (ChatJsonReader json = json(in)) {
      boolean array = json.root() && json.enterArray();
      while (array && json.element()) {
        for (String key = json.enterObject() ? json.field() : null;
            key != null;
            key = json.field()) {
          Owner found = key.equals("account") && json.enterObject() ? owner(json) : Owner.UNKNOWN;
          if (found.id() != null) {
            return found;
          }
        }
      }
    }
    return Owner.UNKNOWN;
  }

  private static Owner owner(ChatJsonReader json) throws IOException {
    String id = null;
    String name = null;
    String email = null;
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "accountId" -> id = json.id();
        case "accountDisplayName" -> name = json.shortText();
        case "email" -> email = json.shortText();
        default -> {
          // The handle may change, the day of joining does not matter.
        }
      }
    }
    boolean address = email != null && email.indexOf('@') > 0;
    return new Owner(id, name, address ? email.strip().toLowerCase(Locale.ROOT) : null);
  }
}
