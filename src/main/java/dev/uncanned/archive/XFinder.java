package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recognises the archives of X (Twitter) by the variable that opens each of their JavaScript files,
 * such as {@code window.YTD.direct_messages.part0 = [}.
 *
 * <p>Each file of messages is an input, read together with {@code account.js}, which is an input of
 * its own.
 */
final class XFinder implements FormatFinder {

  private static final int HEAD_BYTES = 256;
  private static final String ARCHIVE = "window.YTD.";
  private static final String FOLDER = "data";

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Map<String, List<ExportFile>> messages = new TreeMap<>();
    Map<String, ExportFile> accounts = new TreeMap<>();
    for (ExportFile file : left) {
      if (file.base().endsWith(".js")) {
        String variable = variable(files, file);
        if (isMessages(variable)) {
          messages.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(file);
        } else if (variable.equals("account")) {
          accounts.putIfAbsent(file.folder(), file);
        }
      }
    }
    List<FoundInput> found = new ArrayList<>();
    Set<String> owned = new TreeSet<>();
    messages.forEach(
        (folder, members) -> {
          ExportFile account = accounts.get(folder);
          for (ExportFile file : members) {
            found.add(input(folder, file, account));
          }
          if (account != null && owned.add(folder)) {
            found.add(input(folder, account, null));
          }
        });
    return found;
  }

  private static FoundInput input(String folder, ExportFile file, ExportFile account) {
    List<String> paths =
        account == null ? List.of(file.path()) : List.of(account.path(), file.path());
    return FoundInput.whole(ArchivePart.Kind.X, archiveOf(folder), file.path(), paths, file.size());
  }

  private static String archiveOf(String folder) {
    int cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'));
    boolean data = folder.substring(cut + 1).equals(FOLDER);
    return data ? folder.substring(0, Math.max(cut, 0)) : folder;
  }

  /** The lists of headers have the same names and no text. */
  private static boolean isMessages(String variable) {
    return variable.startsWith("direct_message") && !variable.contains("header");
  }

  private static String variable(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return variable(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** The name of the variable that a file opens with; empty if it is no file of X. */
  static String variable(String head) {
    int start = head.indexOf(ARCHIVE);
    int equals = head.indexOf('=');
    int from = start + ARCHIVE.length();
    int dot = head.indexOf('.', from);
    boolean opens = start >= 0 && start <= 3 && dot > from && equals > dot;
    return opens ? head.substring(from, dot) : "";
  }
}
