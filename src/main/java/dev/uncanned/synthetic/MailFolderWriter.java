package dev.uncanned.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a mailbox as folders of single mails: a Maildir, or a tree of {@code .eml} files.
 *
 * <p>In the Maildir flags follow {@code ;2,}, as mailers write them where file names must not have
 * a colon, so that the files can be kept on any system.
 */
final class MailFolderWriter {

  private static final int NEW_ONE_IN = 9;

  private final Path root;
  private final boolean maildir;

  MailFolderWriter(Path root, boolean maildir) {
    this.root = root;
    this.maildir = maildir;
  }

  void write(List<Letter> letters, RowSink rows) throws IOException {
    for (String folder :
        maildir
            ? List.of("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp")
            : List.of("inbox", "sent", "drafts")) {
      Files.createDirectories(root.resolve(folder));
    }
    List<Letter> mails =
        letters.stream()
            .filter(Letter::isMail)
            .sorted(Comparator.comparingLong(Letter::at))
            .toList();
    for (int i = 0; i < mails.size(); i++) {
      Letter letter = mails.get(i);
      MimeLetter mime = new MimeLetter(letter);
      String name = maildir ? maildirName(letter, i) : emlName(letter, i);
      String file = mime.file();
      Files.writeString(root.resolve(name), maildir ? file : file.replace("\n", "\r\n"));
      rows.written(letter, name, letter.at(), mime.text());
    }
  }

  private static String maildirName(Letter letter, int number) {
    String unique = letter.at() + ".M" + number + "P7.mail";
    if (letter.wording().kind() == Kind.DRAFT) {
      return "cur/" + unique + ";2,DS";
    }
    if (letter.outbound()) {
      return ".Sent/cur/" + unique + ";2,S";
    }
    if (number % NEW_ONE_IN == 0) {
      return "new/" + unique;
    }
    return "cur/" + unique + (number % 2 == 0 ? ";2,RS" : ";2,S");
  }

  private static String emlName(Letter letter, int number) {
    String folder = letter.outbound() ? "sent" : "inbox";
    boolean draft = letter.wording().kind() == Kind.DRAFT;
    return (draft ? "drafts" : folder) + "/" + (100_000 + number) + ".eml";
  }
}
