package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at a process from outside while it runs: where it listens, and who may read its files. */
final class ProcessWatch {

  private static final String LISTENS = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final long PAUSE_MILLIS = 50;

  private final Set<String> closed = new TreeSet<>();
  private final Set<String> open = new TreeSet<>();
  private final Set<String> readable = new TreeSet<>();

  /** Watches a process and some folders until the process ends. */
  void until(Process process, Path... folders) throws IOException, InterruptedException {
    do {
      look(process);
      for (Path folder : folders) {
        readable.addAll(readableByOthers(folder));
      }
    } while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Ports on the loopback interface that it listened at. */
  Set<String> closed() {
    return closed;
  }

  /** Addresses that it listened at and that others can reach. */
  Set<String> open() {
    return open;
  }

  /** Files and folders that were at any time readable for anyone but the owner. */
  Set<String> readable() {
    return readable;
  }

  private void look(Process process) throws IOException {
    Path own = Path.of("/proc", Long.toString(process.pid()));
    try {
      Set<String> inodes = sockets(own.resolve("fd"));
      for (String table : List.of("tcp", "tcp6")) {
        for (String line : Files.readAllLines(own.resolve("net").resolve(table))) {
          String[] fields = line.strip().split("\\s+");
          if (fields[STATE].equals(LISTENS) && inodes.contains(fields[INODE])) {
            String[] address = fields[LOCAL_ADDRESS].split(":");
            (LOOPBACK.contains(address[0]) ? closed : open).add(fields[LOCAL_ADDRESS]);
          }
        }
      }
    } catch (NoSuchFileException ended) {
      // The next look at the process says so.
      return;
    }
  }

  private static Set<String> sockets(Path handles) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> all = Files.list(handles)) {
      for (Path handle : all.toList()) {
        String target = target(handle);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  /** Files and folders below a folder that anyone but the owner may read, write or enter. */
  static List<String> readableByOthers(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    List<Path> rest = new ArrayList<>(List.of(folder));
    while (!rest.isEmpty()) {
      Path path = rest.remove(rest.size() - 1);
      try {
        if (!isOwners(path)) {
          found.add(folder.relativize(path).toString());
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          try (Stream<Path> inside = Files.list(path)) {
            inside.forEach(rest::add);
          }
        }
      } catch (NoSuchFileException gone) {
        // Removed while being looked at.
        continue;
      }
    }
    return found;
  }

  private static boolean isOwners(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return true;
    }
    Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(path));
    rights.removeAll(
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    return rights.isEmpty();
  }
}
