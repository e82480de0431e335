"""What the tests stand on: rules, leads, a repository with a pull request, and a server that stands for GitHub and GitLab."""

import http.server
import json
import os
import re
import subprocess
import threading
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PROGRAM = os.environ["LEADRULES"]
TOKEN = "ghs_token-that-nobody-sees"
FIRST = (TOP / "examples/first-hour/first.leadrules").read_text()
NEXT = (TOP / "examples/first-hour/next.leadrules").read_text()
LEADS = (TOP / "examples/first-hour/leads.csv").read_text()
EVENTS = (TOP / "examples/first-hour/events.csv").read_text()
BROKEN = FIRST.replace("job_title mentions", "jobtitle mentions")
UNTIDY = FIRST.replace("  Belgium     => +10", "  Belgium => +10")
FAILING = FIRST.replace("expect fit = 45", "expect fit = 44")


def lead_texts():
    """Texts of the leads that no rule holds, so that none may be published; numbers are left out, since counts are numbers."""
    cells = {cell for line in LEADS.splitlines()[1:] for cell in line.split(",")}
    cells |= {word for cell in cells for word in cell.split()}
    return sorted(cell for cell in cells if len(cell) > 3 and not cell.isdigit() and cell.lower() not in FIRST.lower() + NEXT.lower())


def git(folder, *arguments):
    made = {f"GIT_{who}_{what}": f"an{at}hetvat.example" for who in ("AUTHOR", "COMMITTER")
            for what, at in (("NAME", " "), ("EMAIL", "@"))}
    done = subprocess.run(["git", "-c", "init.defaultBranch=main", *arguments], cwd=folder, text=True, capture_output=True,
                          env=os.environ | made)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def commit(folder, files, message):
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


class PullRequest:
    """A repository whose branch changes some files (None takes one out), checked out as the usual action does it: what the pull
    request is merged into its base, with so many commits (0: all)."""

    def __init__(self, folder, before, after, depth=0, fork=False, head_only=False, number=7):
        folder = Path(folder)
        origin, self.workspace = folder / "origin", folder / "work"
        origin.mkdir(parents=True)
        git(origin, "init", "--quiet")
        git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
        self.base = commit(origin, before, "before")
        git(origin, "checkout", "--quiet", "-b", "change")
        self.head = commit(origin, after, "after")
        git(origin, "checkout", "--quiet", "main")
        self.base = commit(origin, {"notes.txt": "Elsewhere it went on.\n"}, "meanwhile")
        git(origin, "merge", "--quiet", "--no-ff", "--message", "merged", "change")
        self.merged = git(origin, "rev-parse", "HEAD")
        git(origin, "update-ref", f"refs/pull/{number}/merge", self.merged)
        git(origin, "reset", "--quiet", "--hard", self.base)
        self.workspace.mkdir()
        git(self.workspace, "init", "--quiet")
        git(self.workspace, "remote", "add", "origin", f"file://{origin}")
        sha = self.head if head_only else self.merged
        refs = [sha] if depth else [sha, "+refs/heads/*:refs/remotes/origin/*"]
        git(self.workspace, "fetch", "--quiet", *([f"--depth={depth}"] if depth else []), "origin", *refs)
        git(self.workspace, "checkout", "--quiet", sha)
        ours = {"full_name": "brewery/rules"}
        theirs = {"full_name": "stranger/rules"} if fork else ours
        self.event = {"pull_request": {"number": number, "head": {"sha": self.head, "repo": theirs},
                                       "base": {"sha": self.base, "repo": ours}}}
        self.event_path = folder / "event.json"
        self.event_path.write_text(json.dumps(self.event))


class Server:
    """The comments of a pull request, the notes of a merge request, and releases, over HTTP."""

    def __init__(self):
        self.comments, self.notes, self.files, self.refuse = [], [], {}, None
        self.author, self.calls = {"login": "github-actions[bot]", "type": "Bot"}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                outer.calls.append((self.command, self.path))
                token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN")
                status, answer = outer.said(self.command, self.path, body, token)
                answer = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = do_PATCH = do_PUT = answer

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()

    def said(self, method, path, body, token):
        path, _, query = path.partition("?")
        if path in self.files:
            return 200, self.files[path]
        if "/releases/" in path:
            return 404, {}
        if token not in (f"Bearer {TOKEN}", TOKEN):
            return 401, {"message": "Bad credentials"}
        if self.refuse and (method != "GET" or self.refuse >= 500):
            return self.refuse, {"message": "Resource not accessible by integration"}
        if path == "/user":
            return 200, {"id": 1}
        gitlab = path.startswith("/projects/42/merge_requests/7/notes")
        github = re.fullmatch(r"/repos/brewery/rules/issues/(7/)?comments(/\d+)?", path)
        if not (gitlab or github):
            return 404, {}
        all_of = self.notes if gitlab else self.comments
        author = {"author": {"id": 1}} if gitlab else {"user": self.author}
        if method == "GET":
            page = int((re.search(r"\bpage=(\d+)", query) or [0, 1])[1])
            return 200, all_of[100 * page - 100:100 * page]
        if method == "POST":
            all_of.append({"id": len(all_of) + 1, "body": body["body"], **author})
            return 201, all_of[-1]
        number = int(path.rsplit("/", 1)[1])
        all_of[number - 1]["body"] = body["body"]
        return 200, all_of[number - 1]
