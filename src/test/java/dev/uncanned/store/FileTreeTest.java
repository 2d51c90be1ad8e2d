package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Folders are deleted while others delete and write in them. */
class FileTreeTest {

  private static final Path FOLDER = Path.of("/work");
  private static final Path INNER = FOLDER.resolve("scratch");
  private static final Path FILE = INNER.resolve("part-0");

  /** What another does just before a file or folder is deleted. */
  private interface Another {
    void before(Path deleted) throws IOException;
  }

  private static CrashDisk disk() throws IOException {
    CrashDisk disk = new CrashDisk();
    disk.createFolder(FOLDER);
    disk.createFolder(INNER);
    disk.write(FILE, new byte[9]);
    return disk;
  }

  private static Disk shared(CrashDisk disk, Another another) {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("delete")) {
                another.before((Path) arguments[0]);
              }
              try {
                return method.invoke(disk, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  @Test
  void whatAnotherHasDeletedFirstIsNoFailure() throws IOException {
    CrashDisk disk = disk();
    new FileTree(shared(disk, disk::delete)).delete(FOLDER);
    assertThat(disk.exists(FOLDER)).isFalse();
  }

  @Test
  void whatAnotherWritesMeanwhileIsDeletedToo() throws IOException {
    CrashDisk disk = disk();
    int[] late = {3};
    Another writer =
        deleted -> {
          if (deleted.equals(INNER) && late[0]-- > 0) {
            disk.write(INNER.resolve("late-" + late[0]), new byte[9]);
          }
        };
    new FileTree(shared(disk, writer)).delete(FOLDER);
    assertThat(disk.exists(FOLDER)).isFalse();
    assertThat(late[0]).isNegative();
  }

  @Test
  void oneWhoNeverStopsWritingIsNotWaitedForForever() throws IOException {
    CrashDisk disk = disk();
    int[] late = {0};
    Another writer =
        deleted -> {
          if (deleted.equals(INNER)) {
            disk.write(INNER.resolve("late-" + late[0]++), new byte[9]);
          }
        };
    assertThatThrownBy(() -> new FileTree(shared(disk, writer)).delete(FOLDER))
        .isInstanceOf(DirectoryNotEmptyException.class);
  }
}
