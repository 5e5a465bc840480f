"""`kawat serve`: the page over a store, on this machine alone."""

import socket
from contextlib import closing, suppress

import click

import kawat
from kawat.errors import KawatError

LOOPBACK = "127.0.0.1"


@click.command()
@click.option("--db", default="kawat.db", show_default=True, metavar="FILE", help="The store.")
@click.option("--port", default=8035, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
def serve(db: str, port: int) -> None:
    """Show a store in the browser, for this machine alone.

    The page listens on 127.0.0.1, reads the store and never writes to it. Stop it with Ctrl-C.
    """
    import uvicorn

    from kawat.web import create_app

    store = kawat.open_store(db, create=False, read_only=True)
    with closing(store), _listening(port) as listening:
        click.echo(f"http://{LOOPBACK}:{listening.getsockname()[1]}/", err=True)
        settings = uvicorn.Config(create_app(store), log_level="warning", server_header=False, lifespan="off")
        with suppress(KeyboardInterrupt):  # the way to stop it, not an interruption
            uvicorn.Server(settings).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen()  # who opens the address at once waits instead of being refused
    except OSError as error:
        listening.close()
        raise KawatError(f"cannot listen on port {port}: {error.strerror}; another one: --port 0") from error
    return listening
