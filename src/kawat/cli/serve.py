"""`kawat serve`: the page over a store, on this machine alone."""

import secrets
import socket
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

import kawat
from kawat.cli.options import named
from kawat.errors import KawatError, QuestionError

if TYPE_CHECKING:
    from kawat.web.public import Public

LOOPBACK = "127.0.0.1"


@click.command()
@click.option("--db", default="kawat.db", show_default=True, metavar="FILE", help="The store.")
@click.option("--port", default=8035, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on.")
@click.option(
    "--reviewer", metavar="NAME", callback=named, help="Let NAME accept, correct and reject claims on the page."
)
@click.option("--public", is_flag=True, help="Let others reach it; needs one of the two ways to sign in.")
@click.option("--password-file", type=click.Path(path_type=Path), help="Lines of `kawat password`, with --public.")
@click.option("--trusted-header", metavar="HEADER", help="The header in which a proxy says who asks, with --public.")
@click.option("--trusted-proxy", multiple=True, metavar="ADDRESS", help=f"That proxy's address; else {LOOPBACK}.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A name under which it is reached, with --public.")
@click.option("--reviews/--no-reviews", default=False, help="With --public: whoever signs in may review.")
def serve(  # noqa: PLR0913  one parameter an option
    *,
    db: str,
    port: int,
    host: str,
    reviewer: str | None,
    public: bool,
    password_file: Path | None,
    trusted_header: str | None,
    trusted_proxy: tuple[str, ...],
    allow_host: tuple[str, ...],
    reviews: bool,
) -> None:
    """Show a store in the browser, for this machine alone.

    The address that is printed carries a token and opens the page once, in one browser; that browser is known from
    then on. The page reads the store; it writes only the log of reviews, and only with --reviewer or --reviews. Stop it
    with Ctrl-C.

    With --public others can reach it: they sign in by name and password, or a proxy that does so says who they are. Put
    a proxy with TLS before it: passwords travel as they are.
    """
    import uvicorn

    from kawat import query
    from kawat.web import create_app, warm
    from kawat.web.review import Reviewing

    admitted = None
    if public:
        admitted = _public(password_file, trusted_header, trusted_proxy, allow_host)
        if host not in (LOOPBACK, "localhost") and not allow_host:
            raise QuestionError("--public needs the names under which the page is reached: --allow-host NAME")
    elif password_file or trusted_header or trusted_proxy or allow_host or reviews:
        raise QuestionError(
            "--password-file, --trusted-header, --trusted-proxy, --allow-host and --reviews need --public"
        )
    bound = host if public else _loopback(host)
    with ExitStack() as opened:
        store = opened.enter_context(closing(kawat.open_store(db, create=False, read_only=True)))
        reviewing = None
        if reviewer or reviews:
            reviewing = Reviewing(opened.enter_context(closing(kawat.open_store(db, create=False))), reviewer)
        warm(store)
        listening = opened.enter_context(_listening(bound, port))
        token = None if public else secrets.token_urlsafe(24)
        reached = f"http://{bound}:{listening.getsockname()[1]}/"
        click.echo(reached + (f"?token={token}" if token else ""), err=True)
        if slow := query.behind(store):
            click.echo(f"kawat: pages take longer: {slow}: {db}", err=True)
        app = create_app(store, token, reviewing=reviewing, public=admitted)
        settings = uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off", proxy_headers=False)
        with suppress(KeyboardInterrupt):  # the way to stop it, not an interruption
            uvicorn.Server(settings).run(sockets=[listening])


def _public(passwords: Path | None, header: str | None, proxies: tuple[str, ...], hosts: tuple[str, ...]) -> "Public":
    from kawat.web import public

    if (passwords is None) == (header is None):
        raise QuestionError("--public needs either --password-file or --trusted-header")
    if passwords is not None:
        return public.Public(hosts, passwords=public.password_file(passwords))
    return public.Public(hosts, header=header, proxies=proxies or (LOOPBACK,))


@click.command()
@click.argument("name")
def password(name: str) -> None:
    """Print a line for the password file of `kawat serve --public`; the password is asked for."""
    from kawat.web.public import hashed

    if ":" in name or not name.isprintable() or not name.strip():
        raise QuestionError("a name has no colon, and letters that can be seen")
    said = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    click.echo(f"{name.strip()}:{hashed(said)}")


def _loopback(host: str) -> str:
    """The address of this machine that a host names. Raises `QuestionError` for one that others can reach."""
    if host in (LOOPBACK, "localhost"):
        return LOOPBACK
    raise QuestionError(
        f"--host {host} is refused: without --public the page is for this machine alone ({LOOPBACK}). To see it from "
        "elsewhere use a tunnel, as ssh -L, or let people sign in: --public --password-file FILE"
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
