package dev.regularizer.e2e.faults.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;

/**
 * The way of one operator instance to the API server. It can be shut for ever, as a process that
 * was killed sends nothing more.
 */
public final class Gate implements AutoCloseable {
  private final SSLServerSocket server;
  private final Upstream upstream;
  private final Faults faults;
  private final Runnable killed;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  /**
   * Opens a gate on a free port of loopback.
   *
   * @param killed called once when the plan kills the instance behind this gate
   */
  public Gate(Identity identity, Upstream upstream, Faults faults, Runnable killed) {
    this.upstream = upstream;
    this.faults = faults;
    this.killed = killed;
    try {
      server =
          (SSLServerSocket)
              identity
                  .context()
                  .getServerSocketFactory()
                  .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("gate-" + port()).start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!shut) {
      try {
        var client = server.accept();
        Thread.ofVirtual().name("gate-" + port() + "-session").start(() -> serve(client));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client;
        var server = upstream.connect()) {
      open.add(server);
      if (!shut) {
        new Session(client, server, upstream, faults, this).run();
      }
      open.remove(server);
    } catch (IOException | InterruptedException ended) {
      // The other side sees an ended connection; that is all there is to say.
    } finally {
      open.remove(client);
    }
  }

  /** Ends every connection at once and takes no more. */
  void kill() {
    if (!shut) {
      close();
      killed.run();
    }
  }

  boolean isShut() {
    return shut;
  }

  @Override
  public void close() {
    shut = true;
    quietly(server);
    open.forEach(Gate::quietly);
  }

  private static void quietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }
}
