"""`kawat serve`: the page over a store, on this machine alone."""

import secrets
import socket
from contextlib import closing, suppress

import click

import kawat
from kawat.errors import KawatError, QuestionError

LOOPBACK = "127.0.0.1"


@click.command()
@click.option("--db", default="kawat.db", show_default=True, metavar="FILE", help="The store.")
@click.option("--port", default=8035, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--host", default=LOOPBACK, show_default=True, help="An address of this machine alone.")
def serve(db: str, port: int, host: str) -> None:
    """Show a store in the browser, for this machine alone.

    The address that is printed carries a token and opens the page once, in one browser; that browser is known from
    then on. The page reads the store and never writes to it. Stop it with Ctrl-C.
    """
    import uvicorn

    from kawat.web import create_app

    bound = _loopback(host)
    store = kawat.open_store(db, create=False, read_only=True)
    with closing(store), _listening(bound, port) as listening:
        token = secrets.token_urlsafe(24)
        click.echo(f"http://{bound}:{listening.getsockname()[1]}/?token={token}", err=True)
        settings = uvicorn.Config(create_app(store, token), log_level="warning", server_header=False, lifespan="off")
        with suppress(KeyboardInterrupt):  # the way to stop it, not an interruption
            uvicorn.Server(settings).run(sockets=[listening])


def _loopback(host: str) -> str:
    """The address of this machine that a host names. Raises `QuestionError` for one that others can reach."""
    if host in (LOOPBACK, "localhost"):
        return LOOPBACK
    raise QuestionError(
        f"--host {host} is refused: the page is for this machine alone ({LOOPBACK}), and Kawat has no accounts to keep "
        "others out. To see it from elsewhere use a tunnel, as ssh -L"
    )


def _listening(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # who opens the address at once waits instead of being refused
    except OSError as error:
        listening.close()
        raise KawatError(f"cannot listen on port {port}: {error.strerror}; another one: --port 0") from error
    return listening
