FROM python:3.13-slim
RUN pip install flask==3.1.0 'requests>=2.31,<3' "six~=1.16" gunicorn!=20.0 'uvicorn[standard]==0.30.0'
RUN pip install example===1.0
RUN python -m pip install --root-user-action ignore --timeout 30 flask==3.1.0
RUN pipx install --python "$(which python)" "poetry==1.8.5"
