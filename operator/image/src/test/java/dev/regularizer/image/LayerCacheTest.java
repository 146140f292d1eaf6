package dev.regularizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
  @TempDir Path folder;

  @Test
  void aFileIsMadeOnceAndKept() throws Exception {
    LayerCache cache = new LayerCache(folder.resolve("kept"));
    AtomicInteger made = new AtomicInteger();
    LayerCache.Maker maker =
        () -> Files.writeString(folder.resolve("made"), "content " + made.incrementAndGet());

    cache.file("x", maker);

    assertThat(cache.file("x", maker)).hasContent("content 1");
    assertThat(made).hasValue(1);
    assertThat(folder.resolve("kept")).isDirectoryNotContaining("glob:**.partial");
  }
}
