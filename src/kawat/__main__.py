"""`python -m kawat`."""

from kawat.cli import main

if __name__ == "__main__":
    main(prog_name="kawat")
