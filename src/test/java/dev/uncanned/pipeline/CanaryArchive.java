package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Archives of all kinds with a word of its own in every field, in file names too, and in records
 * that cannot be read. Wherever such a word turns up later, it came from there.
 */
final class CanaryArchive {

  private static final int LETTERS = 26;
  private static final int PLACES = 4;
  private static final int ODD = 7;
  private static final Pattern CHAT_FIELD =
      Pattern.compile(
          "(\"(?:text|real_name|display_name|email|title|phone|value)\"\\s*:\\s*\")[^\"]*\"");
  private static final Pattern WHATSAPP_LINE = Pattern.compile("(?m)(: )[^:\\n]+$");

  private final Path folder;
  private final List<String> words = new ArrayList<>();

  /** Will write below a folder whose own name is not a secret. */
  CanaryArchive(Path folder) {
    this.folder = folder;
  }

  /** All words planted so far, in lower case, none part of another. */
  List<String> words() {
    return words;
  }

  /** One more word: no word of any language, all letters. */
  private String word() {
    StringBuilder word = new StringBuilder("qzkanari");
    int rest = words.size() * ODD;
    for (int i = 0; i < PLACES; i++) {
      word.append((char) ('a' + rest % LETTERS));
      rest /= LETTERS;
    }
    words.add(word.append("xq").toString());
    return word.toString();
  }

  /** The pattern with a word for each {@code @}. */
  private String planted(String pattern) {
    StringBuilder text = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      text.append(c == '@' ? word() : String.valueOf(c).replace('#', '@'));
    }
    return text.toString();
  }

  private String rows(String pattern, int times) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < times; i++) {
      rows.append(planted(pattern));
    }
    return rows.toString();
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The archives, some records of which cannot be read. */
  void write() throws IOException {
    linkedIn(planted("@ export"), 0);
    mail(planted("@ mail"));
    chats(planted("@ chats"));
    write(planted("@ unknown/@.xyz"), planted("what @ is this @ file\n"));
    zip(planted("@.zip"), planted("@/@.eml"), letter());
  }

  /** An export of which more records are broken than a run accepts. */
  void writeBroken(int records) throws IOException {
    linkedIn(planted("@ broken export"), records);
  }

  /** The list of the team. Its name is given on the command line, where it is no secret. */
  Path roster() throws IOException {
    return write(
        "roster.csv",
        "sender,email,profile_url,team\n"
            + rows("@ Roster,@#ours.example,https://www.linkedin.com/in/@,Team @\n", 2));
  }

  private void linkedIn(String name, int broken) throws IOException {
    String owner = word();
    write(
        name + "/Profile.csv",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
            + "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
            + owner
            + planted(",Owner,@,@ Street,Jan 1,@,@ summary,@,@,@,@,https://@.example,@\n"));
    write(
        name + "/messages.csv",
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
            + "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n"
            + rows(
                "@,@ title,"
                    + owner
                    + " Owner,https://www.linkedin.com/in/"
                    + owner
                    + ",@ Them,https://www.linkedin.com/in/@,2026-09-03 10:11:12 UTC,@ subject,"
                    + "\"Hello @, we saw that your team at @ is growing and made this offer for"
                    + " every customer like you; see https://www.@.example/@ for more\","
                    + "INBOX,https://files.example/@\n",
                6)
            + rows(
                "@,,@ Them,https://www.linkedin.com/in/@,"
                    + owner
                    + " Owner,,not a @ date,@,Thank you for @ but no,INBOX,\n",
                1)
            + rows("only @,two @\n", 2 + broken));
    write(
        name + "/Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
            + rows(
                owner
                    + " Owner,@ Invited,\"9/4/26, 10:00 AM\",Let us talk @ about it,OUTGOING,,"
                    + "https://www.linkedin.com/in/@\n",
                3)
            + planted("broken @\n"));
    write(
        name + "/Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + rows(
                "@,@,https://www.linkedin.com/in/@,@#theirs.example,@ Inc,@ Officer,01 Sep 2026\n",
                4));
    write(
        name + "/Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On\n"
            + rows("@ Ltd,@ Manager,@,@,Jan 2020,\n", 2));
    write(
        name + "/Email Addresses.csv",
        "Email Address,Confirmed,Primary,Updated On\n" + rows("@#ours.example,Yes,Yes,x\n", 2));
  }

  private String letter() {
    return planted(
        "Received: from @.example by @.example; Thu, 3 Sep 2026 10:00:00 +0000\n"
            + "Message-ID: <@#@.example>\nIn-Reply-To: <@#x.example>\nReferences: <@#x.example>\n"
            + "From: \"@ Sender\" <@#ours.example>\nTo: @ <@#theirs.example>, @#theirs.example\n"
            + "Cc: @ <@#theirs.example>\nBcc: @#theirs.example\nReply-To: @#x.example\n"
            + "Subject: =?utf-8?Q?@?= about @\nDate: Thu, 3 Sep 2026 10:00:00 +0000\n"
            + "X-Gmail-Labels: Sent,@\nList-Unsubscribe: <https://@.example/@>\nX-Own: @\n"
            + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"bound\"\n\n"
            + "pre @ amble\n--bound\nContent-Type: text/html; charset=@\n\n"
            + "<p title=\"@\">Dear @, our <a href=\"https://@.example/@\">offer @</a></p><!-- @ -->"
            + "\n<blockquote>On Monday @ wrote: @</blockquote>\n--bound\n"
            + "Content-Type: text/plain; name=\"@.txt\"\n"
            + "Content-Disposition: attachment; filename=\"@.txt\"\n\nattached @\n--bound--\n");
  }

  private void mail(String name) throws IOException {
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      mbox.append(planted("From @#x.example Thu Sep  3 10:00:00 2026\n"));
      mbox.append(letter()).append('\n');
    }
    mbox.append(planted("From @#x.example Thu Sep  3 10:00:00 2026\n"));
    mbox.append(planted("From: @#ours.example\nDate: the day of @\nSubject: @\n\nno date @\n"));
    write(name + "/" + word() + ".mbox", mbox.toString());
    write(name + "/sent/" + word() + ".eml", letter());
    write(name + "/sent/" + word() + ".eml", planted("this @ is no mail\n\n@"));
  }

  private void chats(String name) throws IOException {
    golden("whatsapp/WhatsApp Chat with Bob Roe.txt", WHATSAPP_LINE, name, "");
    golden("slack/export", CHAT_FIELD, name + "/slack", "\"");
  }

  private void golden(String from, Pattern field, String name, String close) throws IOException {
    Path source = Path.of("src/test/resources/golden/archive").resolve(from);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path path = Files.isDirectory(source) ? source.relativize(file) : file.getFileName();
        Matcher fields = field.matcher(Files.readString(file));
        write(name + "/" + path, fields.replaceAll(one -> one.group(1) + word() + close));
      }
    }
  }

  private void zip(String name, String entry, String text) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }
}
