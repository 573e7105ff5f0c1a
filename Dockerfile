# The dashboard as a small image without a shell user, a compiler or pip. See docs/deployment.md.
#
# A tag can be made to name another image tomorrow; a digest cannot. To pin one:
#   docker buildx imagetools inspect python:3.13-slim-bookworm     (prints "Digest: sha256:...")
#   docker build --build-arg PYTHON_IMAGE=python:3.13-slim-bookworm@sha256:... .
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS packages
WORKDIR /build
COPY requirements.txt ./
# Wheels only: nothing is compiled, so no compiler is needed. Tests that packages bring stay out.
RUN python -m venv --without-pip /opt/zi \
    && python -m pip --python /opt/zi/bin/python install --no-cache-dir --no-deps \
        --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.txt \
    && find /opt/zi -type d -name tests -prune -exec rm -rf {} +

FROM ${PYTHON_IMAGE}
RUN python -m pip uninstall --yes --quiet --root-user-action ignore pip \
    && groupadd --system --gid 10001 zi \
    && useradd --system --uid 10001 --gid zi --no-create-home --home-dir /nonexistent \
        --shell /usr/sbin/nologin zi \
    && install --directory --owner zi --group zi --mode 0750 /var/lib/zi
COPY --from=packages /opt/zi /opt/zi
WORKDIR /app
COPY dashboard.py ./
COPY .streamlit ./.streamlit
COPY data ./data
COPY zi_metrics ./zi_metrics
COPY pages ./pages
# The tree is read-only when it runs, so Python cannot do this then.
RUN ["/opt/zi/bin/python", "-m", "compileall", "-q", "dashboard.py", "pages", "zi_metrics"]

ENV PATH=/opt/zi/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE=true \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_HEADLESS=true \
    STREAMLIT_SERVER_PORT=8501 \
    ZI_FOLDER_POTRET=/var/lib/zi/potret \
    ZI_LOG=json
USER 10001:10001
VOLUME /var/lib/zi
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os; from urllib.request import urlopen; urlopen(f\"http://127.0.0.1:{os.environ['STREAMLIT_SERVER_PORT']}/sehat\", timeout=4)"]
ENTRYPOINT ["python", "-m", "streamlit", "run", "dashboard.py"]
