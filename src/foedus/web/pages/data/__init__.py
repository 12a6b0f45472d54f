"""Data: tables to ask in SQL, panels to take away, dictionary, and what to cite."""

from __future__ import annotations

from fastapi import APIRouter

from foedus.web.pages.data import jobs, panels, sets, sql

router = APIRouter()
for part in (sql, sets, panels, jobs):
    router.include_router(part.router)
