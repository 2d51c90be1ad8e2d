package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine as Spark sees them, without a process for each of them.
 *
 * <p>Hadoop starts {@code chmod} for each file and folder that it makes, where its native library
 * is missing; that is hundreds of processes in a small run. Its usual local file system also writes
 * a file of checksums beside each file. Published files have theirs in the manifest.
 */
public final class LocalFiles extends RawLocalFileSystem {

  /** Hadoop's setting for the class of {@code file:} paths. */
  static final String SETTING = "fs.file.impl";

  private static final PosixFilePermission[] FROM_LOWEST_BIT = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  /** Sticky bits, which nobody asks for here, are left out. */
  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    int bits = permission.toShort();
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < FROM_LOWEST_BIT.length; bit++) {
      if ((bits & 1 << bit) != 0) {
        granted.add(FROM_LOWEST_BIT[bit]);
      }
    }
    Files.setPosixFilePermissions(pathToFile(path).toPath(), granted);
  }
}
