package dev.regularizer.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The few files and folders of an operating system that a Java program wants. */
final class BaseFiles {
  /** User and group of the process. */
  static final int USER = 65532;

  private BaseFiles() {}

  static List<Entry> entries() {
    return List.of(
        Entry.text(
            "etc/passwd",
            """
            root:x:0:0:root:/:/sbin/nologin
            nonroot:x:%1$d:%1$d:nonroot:/:/sbin/nologin
            """
                .formatted(USER)),
        Entry.text(
            "etc/group",
            """
            root:x:0:
            nonroot:x:%d:
            """
                .formatted(USER)),
        Entry.text("etc/nsswitch.conf", "hosts: files dns\n"),
        Entry.directory("dev"),
        Entry.directory("proc"),
        new Entry("tmp", 01777, new Entry.Directory()));
  }

  /** The entries and every folder above them. */
  static List<Entry> withParents(List<Entry> entries) {
    Set<String> have = new TreeSet<>();
    entries.forEach(entry -> have.add(entry.path()));
    List<Entry> all = new ArrayList<>(entries);
    for (Entry entry : entries) {
      String path = entry.path();
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        if (have.add(path.substring(0, slash))) {
          all.add(Entry.directory(path.substring(0, slash)));
        }
      }
    }
    return all;
  }
}
